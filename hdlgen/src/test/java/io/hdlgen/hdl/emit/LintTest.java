package io.hdlgen.hdl.emit;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.folded.Foldable;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.hdl.testing.RandomFoldings;
import io.hdlgen.hdl.testing.VerilogTools;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.RandomNetworks;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every tool reads what is emitted without a word. */
class LintTest {
  private static final int NETWORKS = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void emittedVerilogIsClean(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    for (int seed = 0; seed < NETWORKS; seed++) {
      Path place = Files.createDirectory(folder.resolve("d" + seed));
      tool.assertClean("random network " + seed, place, "top", design(seed).files());
    }
  }

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void loadableDesignsAreClean(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    for (Designs sample : Designs.values()) {
      if (!Foldable.is(sample.network())) {
        continue;
      }
      IntegerNetwork network = sample.network();
      List<Folding> foldings =
          network.layers().stream().map(l -> new Folding(1, l.inputs() > 2 ? 2 : 1)).toList();
      HardwareOptions options =
          new HardwareOptions(
              "top",
              Architecture.FOLDED,
              Outputs.BOTH,
              200,
              OptionalInt.empty(),
              foldings,
              Multiplication.AUTO,
              Designs.MODEL,
              List.of(),
              Bus.STREAM);
      HardwareDesign design =
          HardwareCompiler.compile(network, options.withLoadable(Declaration.of(network)));
      Path place = Files.createDirectory(folder.resolve(sample.top()));
      tool.assertClean("loadable " + sample, place, "top", design.files());
    }
  }

  /** Of any depth, with addresses and data that are names, slices, extensions and constants. */
  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void memoriesAndProductsAreClean(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    ModuleBuilder builder = new ModuleBuilder("top");
    Origin x = Origin.of("x");
    int a = builder.input(x, Range.unsigned(3), "a_i");
    int b = builder.input(x, Range.signed(9), "b_i");
    int bit = builder.slice(x, a, 1, Range.BIT);
    for (int depth : new int[] {1, 2, 5, 8, 100}) {
      for (int width : new int[] {1, 9, 100}) {
        int address = builder.slice(x, a, 0, Range.unsigned(Math.min(3, Node.addressWidth(depth))));
        Range range = Range.signed(width);
        List<BigInteger> words = new ArrayList<>(Collections.nCopies(depth, range.min()));
        words.set(0, BigInteger.ZERO);
        int word = builder.rom(x, address, words, range);
        int zero = builder.constant(x, 0);
        int enable = builder.not(x, bit);
        int first = builder.memory(x, range, depth, enable, address, word, zero);
        int second = builder.memory(x, range, depth, builder.constant(x, 1), zero, word, address);
        builder.output(x, "d%d_w%d_0_o".formatted(depth, width), first);
        builder.output(x, "d%d_w%d_1_o".formatted(depth, width), second);
      }
    }
    int minus = builder.constant(x, -7);
    int wide = builder.input(x, Range.signed(55), "c_i");
    for (int left : new int[] {a, b, bit, minus, builder.not(x, a), builder.shiftLeft(x, b, 2)}) {
      for (int right : new int[] {a, b, builder.constant(x, 11), minus}) {
        builder.output(x, "p%d_%d_o".formatted(left, right), builder.multiply(x, left, right));
      }
    }
    builder.output(x, "p_o", builder.multiply(x, wide, b));
    Netlist netlist = new Netlist(List.of(builder.build()));
    NetlistVerifier.verify(netlist);
    tool.assertClean(
        "memories and products",
        folder,
        "top",
        new VerilogEmitter(List.of(), (layer, neuron) -> List.of()).emit(netlist));
  }

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void registersAreClean(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    for (int seed = 0; seed < NETWORKS / 4; seed++) {
      Path place = Files.createDirectory(folder.resolve("r" + seed));
      HardwareDesign design =
          HardwareCompiler.compile(
              new RandomNetworks(seed).next(),
              Designs.options(
                      "top",
                      Architecture.UNROLLED,
                      Outputs.values()[seed % 3],
                      100,
                      OptionalInt.of(2))
                  .withBus(Bus.AXI4_LITE));
      tool.assertClean("random network " + seed, place, "top", design.files());
    }
  }

  private static HardwareDesign design(int seed) {
    Architecture architecture = Architecture.values()[seed % 3];
    IntegerNetwork network = new RandomNetworks(seed).next();
    return HardwareCompiler.compile(
        network,
        Designs.options(
            "top",
            architecture,
            Outputs.values()[seed / 3 % 3],
            100 + 20 * (seed % 7),
            OptionalInt.empty(),
            RandomFoldings.of(network, new Random(seed))));
  }
}
