package io.hdlgen.boards.vivado;

import io.hdlgen.hdl.dma.DmaWords;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Signature;
import java.util.List;
import java.util.Locale;

/**
 * A design to hand over.
 *
 * @param clockMhz the clock that it is made for
 * @param rtlFiles names of the Verilog files in the folder {@code rtl/} beside those that are made
 *     here, a module before the ones that use it
 * @param header lines of comment for the top of each file: what made it, from what
 */
public record VivadoDesign(
    Signature signature, double clockMhz, List<String> rtlFiles, List<String> header) {
  public VivadoDesign {
    rtlFiles = List.copyOf(rtlFiles);
    header = List.copyOf(header);
    if (!(clockMhz > 0) || rtlFiles.isEmpty()) {
      throw new IllegalArgumentException("clock " + clockMhz + " MHz, files " + rtlFiles);
    }
  }

  String top() {
    return signature.top();
  }

  boolean hasClock() {
    return signature.architecture() != Architecture.COMBINATIONAL;
  }

  boolean hasStreams() {
    return hasClock() && signature.bus() == Bus.STREAM;
  }

  /** Whether a processor reaches registers of the design: its own, or those that load numbers. */
  boolean hasRegisters() {
    return signature.bus() == Bus.AXI4_LITE || signature.loadable().isPresent();
  }

  /** Of a design with streams. */
  DmaWords words(VivadoBoard board) {
    return DmaWords.of(signature, board.processor().wordBits());
  }

  String adapter() {
    return top() + "_dma";
  }

  String periodNs() {
    return String.format(Locale.ROOT, "%.3f", 1000 / clockMhz);
  }

  String megahertz() {
    return megahertz(clockMhz);
  }

  static String megahertz(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
  }
}
