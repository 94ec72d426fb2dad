/** Decision trees on integer codes: what any other printed classifier is to be compared with. */
package io.hdlgen.explore.tree;
