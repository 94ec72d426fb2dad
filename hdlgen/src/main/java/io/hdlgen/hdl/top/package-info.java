/** Top modules: ports and handshake around the data path. */
package io.hdlgen.hdl.top;
