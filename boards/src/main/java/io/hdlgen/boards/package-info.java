/** Targets: what a design can be made for. Each is a folder of data. */
package io.hdlgen.boards;
