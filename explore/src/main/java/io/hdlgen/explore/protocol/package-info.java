/**
 * What makes a measured figure honest: choices are made by cross-validation inside the training
 * rows, and test rows cannot be had before the choice is frozen.
 */
package io.hdlgen.explore.protocol;
