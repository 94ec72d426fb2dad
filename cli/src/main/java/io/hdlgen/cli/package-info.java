/** The command line: parses, calls one method of flow, prints. */
package io.hdlgen.cli;
