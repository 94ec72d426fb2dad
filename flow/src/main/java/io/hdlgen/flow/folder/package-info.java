/** The design folder: written whole or not at all, with a manifest of every byte. */
package io.hdlgen.flow.folder;
