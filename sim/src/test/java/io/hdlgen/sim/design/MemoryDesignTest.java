package io.hdlgen.sim.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.sim.check.PortRecords;
import io.hdlgen.sim.cycle.RangeCheck;
import io.hdlgen.sim.cycle.Simulator;
import io.hdlgen.sim.port.Port;
import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.tool.Tools;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memories, read-only memories and products: Java and Verilog agree in every cycle. */
final class MemoryDesignTest {
  private static final int CYCLES = 5_000;

  /** Cycles in which every word of every memory is written, so that contents are known. */
  private static final int FILL = 64;

  private static final int[] DEPTHS = {1, 2, 5, 16, 37};
  private static final int[] WIDTHS = {1, 12, 64, 65, 130, 1024};

  @TempDir Path folder;

  private final Random random = new Random(11);

  private static Origin origin(String role) {
    return Origin.of(role);
  }

  /**
   * A memory and a read-only memory of each depth and width; what they show is multiplied, compared
   * with nothing left out: every word read is an output.
   */
  private Netlist netlist() {
    ModuleBuilder builder = new ModuleBuilder("top");
    int data = builder.input(origin("data"), Range.unsigned(1024), "data_i");
    int write = builder.input(origin("write"), Range.BIT, "write_i");
    for (int depth : DEPTHS) {
      int bits = Node.addressWidth(depth);
      Range inside = Range.of(0, depth - 1);
      int from = builder.input(origin("read"), inside, "read%d_i".formatted(depth));
      int to = builder.input(origin("to"), inside, "to%d_i".formatted(depth));
      int any = builder.input(origin("any"), Range.unsigned(bits), "any%d_i".formatted(depth));
      List<Integer> words = new ArrayList<>();
      for (int width : WIDTHS) {
        Range range = width % 2 == 0 ? Range.signed(width) : Range.unsigned(width);
        List<BigInteger> contents =
            Stream.generate(() -> new BigInteger(width, random).add(range.min()))
                .limit(depth)
                .toList();
        int word = builder.rom(origin("rom"), any, contents, range);
        int value = builder.slice(origin("data"), data, 0, range);
        int held = builder.memory(origin("queue"), range, depth, write, to, value, from);
        builder.output(origin("rom"), "rom%d_%d_o".formatted(depth, width), word);
        builder.output(origin("mem"), "mem%d_%d_o".formatted(depth, width), held);
        if (width == 12) {
          words.addAll(List.of(word, held));
        }
      }
      int product = builder.multiply(origin("product"), words.get(0), words.get(1));
      int nine = builder.slice(origin("nine"), data, 3, Range.unsigned(9));
      builder.output(origin("p"), "p%d_o".formatted(depth), product);
      builder.output(
          origin("q"), "q%d_o".formatted(depth), builder.multiply(origin("q"), nine, words.get(1)));
    }
    int left = builder.slice(origin("left"), data, 0, Range.unsigned(32));
    int right = builder.slice(origin("right"), data, 32, Range.unsigned(32));
    int minus = builder.slice(origin("minus"), data, 64, Range.signed(32));
    builder.output(origin("uu"), "uu_o", builder.multiply(origin("uu"), left, right));
    builder.output(origin("us"), "us_o", builder.multiply(origin("us"), left, minus));
    builder.output(origin("ss"), "ss_o", builder.multiply(origin("ss"), minus, minus));
    Netlist netlist = new Netlist(List.of(builder.build()));
    NetlistVerifier.verify(netlist);
    return netlist;
  }

  /** The inputs of a cycle; while filling, what is read was written in an earlier cycle. */
  private void stimulus(int cycle, Netlist netlist, Simulator simulator) {
    for (Node.Input port : netlist.top().inputs()) {
      BigInteger value = new BigInteger(port.width(), random);
      BigInteger depth = port.range().max().add(BigInteger.ONE);
      boolean address = port.name().startsWith("read") || port.name().startsWith("to");
      if (address) {
        int filled = port.name().startsWith("to") ? cycle : 0;
        value = (cycle < FILL ? BigInteger.valueOf(filled) : value).mod(depth);
      } else if (port.name().equals("write_i") && cycle < FILL) {
        value = BigInteger.ONE;
      }
      simulator.setInput(port.name(), value);
    }
  }

  @Test
  void javaAndVerilogAgreeInEveryCycle() throws IOException {
    Tools.need("verilator");
    Netlist netlist = netlist();
    List<Path> files = new ArrayList<>();
    for (VerilogFile file :
        new VerilogEmitter(List.of(), (layer, neuron) -> List.of()).emit(netlist)) {
      files.add(Files.writeString(folder.resolve(file.name()), file.text()));
    }
    VerilatorModel model =
        VerilatorModel.build(
            new PortRecords(netlist).verilog(files),
            VerilatorOptions.standard().withCache(folder.resolve("cache")));
    Simulator simulator = new Simulator(netlist);
    RangeCheck ranges = new RangeCheck(simulator);
    RecordLayout in = model.inputs();
    RecordLayout out = model.outputs();
    List<String> wrong = new ArrayList<>();
    int[] made = {0};
    long compared =
        model.run(
            5,
            (inputs, at, note, noteAt) -> {
              if (made[0] == CYCLES) {
                return false;
              }
              stimulus(made[0]++, netlist, simulator);
              simulator.evaluate();
              ranges.observe(false);
              for (int i = 0; i < netlist.top().nodes().size(); i++) {
                if (netlist.top().node(i) instanceof Node.Input port) {
                  simulator.probe(List.of(), i).write(inputs, at + in.offset(port.name()));
                }
              }
              for (Port port : out.ports()) {
                simulator.output(port.name()).write(note, noteAt + out.offset(port.name()));
              }
              simulator.clock();
              return true;
            },
            out.size(),
            (cycle, note, noteAt, outputs, at) -> {
              if (cycle >= 2
                  && !Arrays.equals(
                      note, noteAt, noteAt + out.size(), outputs, at, at + out.size())) {
                for (Port port : out.ports()) {
                  BigInteger expected = out.value(note, noteAt, port);
                  BigInteger found = out.value(outputs, at, port);
                  if (!expected.equals(found)) {
                    wrong.add("cycle %d %s: %s, not %s".formatted(cycle, port, found, expected));
                  }
                }
              }
              return wrong.isEmpty();
            });
    assertThat(wrong).isEmpty();
    assertThat(compared).isEqualTo(CYCLES);
  }
}
