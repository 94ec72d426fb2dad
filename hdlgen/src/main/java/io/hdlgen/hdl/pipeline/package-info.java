/** Cutting a combinational data path into pipeline stages. */
package io.hdlgen.hdl.pipeline;
