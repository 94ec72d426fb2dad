/** A printed classifier in words: what it reads, what it needs, what it can answer. */
package io.hdlgen.explore.words;
