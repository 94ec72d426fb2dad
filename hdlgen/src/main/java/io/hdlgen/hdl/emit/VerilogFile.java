package io.hdlgen.hdl.emit;

/**
 * A file of Verilog.
 *
 * @param name file name, {@code <module>.v}
 */
public record VerilogFile(String name, String text) {}
