package io.hdlgen.sim.check;

import io.hdlgen.sim.port.Port;
import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.verilator.BuildFolder;
import io.hdlgen.sim.verilator.VerilatorOptions;
import io.hdlgen.sim.verilator.VerilogDesign;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a folder with which a mismatch can be repeated without this program. */
public final class Reproducer {
  private final DesignCheck check;
  private final VerilogDesign design;
  private final VerilatorOptions options;

  /**
   * @param design the Verilog, with {@code check.records()}'s ports
   */
  public Reproducer(DesignCheck check, VerilogDesign design, VerilatorOptions options) {
    this.check = check;
    this.design = design;
    this.options = options.withExecutable("verilator");
  }

  /**
   * Writes Verilog, harness, the stimulus up to the mismatch and what the netlist answers.
   *
   * @param folder made if it is not there
   * @param netlistText the netlist in its text form, if wanted
   * @param wire where the mismatch begins, if known
   */
  public void write(
      Path folder, Optional<String> netlistText, Mismatch mismatch, Optional<WireDifference> wire)
      throws IOException {
    Files.createDirectories(folder);
    BuildFolder build = new BuildFolder(design);
    build.write(folder);
    if (netlistText.isPresent()) {
      Files.writeString(folder.resolve("netlist.txt"), netlistText.get());
    }
    writeCycles(folder, mismatch.cycle());
    Files.writeString(folder.resolve("README.md"), readme(build, mismatch, wire));
  }

  private void writeCycles(Path folder, long lastCycle) throws IOException {
    Script script = check.script();
    RecordLayout in = check.records().inputs();
    RecordLayout out = check.records().outputs();
    byte[] inputs = new byte[in.size()];
    byte[] outputs = new byte[out.size()];
    byte[] mask = new byte[out.size()];
    try (OutputStream stimulus = open(folder, "stimulus.bin");
        OutputStream expected = open(folder, "expected.bin");
        OutputStream counting = open(folder, "counting.bin");
        PrintWriter text =
            new PrintWriter(
                Files.newBufferedWriter(folder.resolve("cycles.txt"), StandardCharsets.UTF_8))) {
      for (long cycle = 0;
          cycle <= lastCycle && script.next(inputs, 0, outputs, 0, mask, 0);
          cycle++) {
        stimulus.write(inputs);
        expected.write(outputs);
        counting.write(mask);
        text.print("cycle " + cycle + (script.vector() < 0 ? "" : " vector " + script.vector()));
        print(text, in, inputs);
        text.print(" ->");
        print(text, out, outputs);
        text.print('\n');
      }
    }
  }

  private static OutputStream open(Path folder, String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
  }

  private static void print(PrintWriter text, RecordLayout layout, byte[] record) {
    for (Port port : layout.ports()) {
      text.print(" " + port.name() + "=" + layout.value(record, 0, port).toString(16));
    }
  }

  private String readme(BuildFolder build, Mismatch mismatch, Optional<WireDifference> wire) {
    int size = check.records().outputs().size();
    List<String> plain = build.command(options.withTrace(false));
    List<String> traced = build.command(options.withTrace(true));
    return String.format(
        Locale.ROOT,
        """
        # A mismatch

        %s
        %s

        * `rtl/`: the design; `netlist.txt`, if it is here: the netlist that it must equal
        * `cycles.txt`: every cycle up to the mismatch, inputs `->` what the netlist answers, hexadecimal
        * `stimulus.bin`, `expected.bin`: the same as records of %d and %d bytes a cycle (see `ports.h`);
          `counting.bin`: the bits of `expected.bin` that count

        Repeat it, and look at the outputs in the cycle of the mismatch:

            %s
            obj/Vmodel %d < stimulus.bin > found.bin
            tail -c %d found.bin | od -An -tx1; tail -c %d expected.bin | od -An -tx1

        See all wires, in `trace.vcd`, moment t being cycle t:

            %s
            obj/Vmodel %d trace.vcd < stimulus.bin > found.bin
        """,
        mismatch.describe(),
        wire.map(w -> "\nIt begins at " + w.describe() + "\n").orElse(""),
        check.records().inputs().size(),
        size,
        String.join(" ", plain),
        check.contents(),
        size,
        size,
        String.join(" ", traced),
        check.contents());
  }
}
