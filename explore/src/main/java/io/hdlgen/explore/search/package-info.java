/** The search for printed classifiers: recipes, their trials in cross-validation, their front. */
package io.hdlgen.explore.search;
