package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.sim.port.Port;
import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import io.hdlgen.sim.verilator.VerilogDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Many designs side by side under one top, so that one C++ build serves all of them. Each has ports
 * of its own, its reset included, and its own stimulus; only the clock is shared.
 */
final class DesignArray {
  private static final String TOP = "all";
  private static final String CLOCK = "clk_i";

  private final List<Member> members = new ArrayList<>();

  /** A design whose top has a name of its own, and where its ports lie among those of all. */
  private record Member(
      String label,
      HardwareDesign design,
      PortRecords records,
      Supplier<? extends Script> script,
      boolean paced,
      int inputsAt,
      int outputsAt) {
    String top() {
      return design.signature().top();
    }

    VerilogDesign verilog() {
      return records.verilog(List.of());
    }

    List<Port> prefixed(List<Port> ports) {
      return ports.stream().map(p -> new Port(top() + "_" + p.name(), p.width())).toList();
    }
  }

  /**
   * Adds a design.
   *
   * @param label what a failure is to name
   */
  void add(String label, HardwareDesign design, DesignCheck check) {
    add(label, design, check.records(), check::script, true);
  }

  /** Adds a design with a stimulus that measures neither latency nor interval. */
  void add(String label, HardwareDesign design, Supplier<? extends Script> script) {
    add(label, design, new PortRecords(design.netlist()), script, false);
  }

  private void add(
      String label,
      HardwareDesign design,
      PortRecords records,
      Supplier<? extends Script> script,
      boolean paced) {
    members.add(
        new Member(
            label,
            design,
            records,
            script,
            paced,
            layout(VerilogDesign::inputs).size(),
            layout(VerilogDesign::outputs).size()));
  }

  int size() {
    return members.size();
  }

  /** Plays the stimulus of each design and compares the three witnesses, every cycle's ports. */
  void check(Path folder) throws IOException {
    RecordLayout inputs = layout(VerilogDesign::inputs);
    RecordLayout outputs = layout(VerilogDesign::outputs);
    VerilatorModel model =
        VerilatorModel.build(
            verilog(folder, inputs, outputs),
            VerilatorOptions.standard().withCache(folder.resolve("cache")));
    List<Script> scripts = new ArrayList<>();
    members.forEach(member -> scripts.add(member.script().get()));
    CycleComparison comparison = new CycleComparison(outputs);
    int size = outputs.size();
    model.run(
        2026,
        (in, at, note, noteAt) -> {
          // A design whose script is over gets zeros, and nothing of it counts.
          Arrays.fill(in, at, at + inputs.size(), (byte) 0);
          Arrays.fill(note, noteAt, noteAt + 2 * size, (byte) 0);
          comparison.putVector(note, noteAt, -1);
          boolean more = false;
          for (int i = 0; i < scripts.size(); i++) {
            Member m = members.get(i);
            int out = noteAt + m.outputsAt();
            more |= scripts.get(i).next(in, at + m.inputsAt(), note, out, note, out + size);
          }
          return more;
        },
        comparison.noteSize(),
        comparison::accept);
    for (int i = 0; i < scripts.size(); i++) {
      Script script = scripts.get(i);
      Member member = members.get(i);
      assertThat(script.first()).as(member.label()).isEmpty();
      if (!member.paced()) {
        continue;
      }
      assertThat(script.latency())
          .as(member.label())
          .isEqualTo(OptionalInt.of(member.design().signature().latencyCycles()));
      assertThat(script.interval())
          .as(member.label())
          .isEqualTo(member.design().signature().initiationInterval());
    }
    comparison.first().ifPresent(first -> fail(labelOf(first) + ": " + first.describe()));
    assertThat(comparison.compared()).isPositive();
  }

  private String labelOf(Mismatch mismatch) {
    return members.stream()
        .filter(member -> mismatch.port().startsWith(member.top() + "_"))
        .map(Member::label)
        .findFirst()
        .orElseThrow();
  }

  private interface Ports {
    List<Port> of(VerilogDesign design);
  }

  private RecordLayout layout(Ports ports) {
    return new RecordLayout(
        members.stream().flatMap(m -> m.prefixed(ports.of(m.verilog())).stream()).toList());
  }

  private VerilogDesign verilog(Path folder, RecordLayout inputs, RecordLayout outputs)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (Member member : members) {
      for (VerilogFile file : member.design().files()) {
        files.add(Files.writeString(folder.resolve(file.name()), file.text()));
      }
    }
    boolean clocked = members.stream().anyMatch(member -> !member.verilog().clock().isEmpty());
    files.add(Files.writeString(folder.resolve(TOP + ".v"), top(clocked, inputs, outputs)));
    return new VerilogDesign(files, TOP, clocked ? CLOCK : "", inputs.ports(), outputs.ports());
  }

  private String top(boolean clocked, RecordLayout inputs, RecordLayout outputs) {
    List<String> ports = new ArrayList<>();
    if (clocked) {
      ports.add("  input wire " + CLOCK);
    }
    inputs.ports().forEach(port -> ports.add(declaration("input", port)));
    outputs.ports().forEach(port -> ports.add(declaration("output", port)));
    StringBuilder text = new StringBuilder("`default_nettype none\nmodule " + TOP + " (\n");
    text.append(String.join(",\n", ports)).append("\n);\n");
    for (Member member : members) {
      VerilogDesign design = member.verilog();
      String top = member.top();
      List<String> connections = new ArrayList<>();
      if (!design.clock().isEmpty()) {
        connections.add(".%s(%s)".formatted(design.clock(), CLOCK));
      }
      Stream.concat(design.inputs().stream(), design.outputs().stream())
          .forEach(p -> connections.add(".%s(%s_%s)".formatted(p.name(), top, p.name())));
      text.append("  %s u_%s (%s);\n".formatted(top, top, String.join(", ", connections)));
    }
    return text.append("endmodule\n`default_nettype wire\n").toString();
  }

  private static String declaration(String direction, Port port) {
    return "  %s wire [%d:0] %s".formatted(direction, port.width() - 1, port.name());
  }
}
