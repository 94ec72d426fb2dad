/** The public API: one method per command, each with a request and a result. */
package io.hdlgen.flow;
