package io.hdlgen.sim.check;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.testing.RandomFoldings;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A small generated design with random vectors. */
public record TestDesign(IntegerNetwork network, HardwareDesign hardware) {
  private static final CostModel GENERIC = new CostModel("generic", 0.5, 0.9, 0.8, 0.03);

  /** Three features of each encoding of numbers, a hidden layer of four neurons, three classes. */
  public static TestDesign of(Architecture architecture, int stages) {
    List<InputFeature> inputs = new ArrayList<>();
    for (Encoding encoding : List.of(Encoding.UNSIGNED, Encoding.SIGNED, Encoding.BIPOLAR)) {
      for (int i = 0; i < 3; i++) {
        int bits = encoding == Encoding.BIPOLAR ? 1 : 3 + i;
        inputs.add(
            InputFeature.filling(
                encoding.name().toLowerCase(java.util.Locale.ROOT) + i,
                bits,
                encoding,
                1,
                0,
                Rounding.HALF_EVEN));
      }
    }
    Random random = new Random(7);
    DenseLayer hidden =
        new DenseLayer(
            "hidden", weights(random, 4, 9), biases(random, 4), new Activation.ShiftRelu(2, 4));
    DenseLayer last =
        new DenseLayer("last", weights(random, 3, 4), biases(random, 3), new Activation.Identity());
    IntegerNetwork network =
        new IntegerNetwork(
            "tiny",
            inputs,
            List.of(hidden, last),
            new Decision.ArgMax(LongVector.of(1, 3, 2), LongVector.of(0, -2, 5)),
            List.of("a", "b", "c"));
    return of(network, architecture, stages);
  }

  public static TestDesign of(IntegerNetwork network, Architecture architecture, int stages) {
    HardwareOptions options =
        new HardwareOptions(
            "tiny",
            architecture,
            Outputs.BOTH,
            100,
            OptionalInt.of(stages),
            RandomFoldings.of(network, new Random(7)),
            Multiplication.AUTO,
            GENERIC,
            List.of("Test design"),
            Bus.STREAM);
    return new TestDesign(network, HardwareCompiler.compile(network, options));
  }

  /** The same network behind registers on a processor's bus. */
  public static TestDesign onBus(int stages) {
    return onBus(of(Architecture.UNROLLED, stages).network(), Outputs.BOTH, stages);
  }

  public static TestDesign onBus(IntegerNetwork network, Outputs outputs, int stages) {
    HardwareOptions options =
        new HardwareOptions(
                "tiny",
                Architecture.UNROLLED,
                outputs,
                100,
                OptionalInt.of(stages),
                GENERIC,
                List.of("Test design"))
            .withBus(Bus.AXI4_LITE);
    return new TestDesign(network, HardwareCompiler.compile(network, options));
  }

  /** The same network in shared hardware whose numbers can be loaded. */
  public static TestDesign loadable() {
    IntegerNetwork network = of(Architecture.COMBINATIONAL, 1).network();
    HardwareOptions options =
        new HardwareOptions(
            "tiny",
            Architecture.FOLDED,
            Outputs.BOTH,
            100,
            OptionalInt.empty(),
            List.of(new Folding(2, 3), new Folding(1, 2)),
            Multiplication.AUTO,
            GENERIC,
            List.of("Test design"),
            Bus.STREAM);
    return new TestDesign(
        network, HardwareCompiler.compile(network, options.withLoadable(Declaration.of(network))));
  }

  private static LongMatrix weights(Random random, int rows, int columns) {
    return LongMatrix.ofRows(
        IntStream.range(0, rows)
            .mapToObj(
                i ->
                    LongVector.of(
                        IntStream.range(0, columns)
                            .mapToLong(k -> random.nextInt(15) - 7)
                            .toArray()))
            .toList(),
        columns);
  }

  private static LongVector biases(Random random, int count) {
    return LongVector.of(
        IntStream.range(0, count).mapToLong(k -> random.nextInt(21) - 10).toArray());
  }

  /** Random codes with the reference's results. */
  public Vectors vectors(int count, long seed) {
    long[][] codes = codes(count, seed);
    ReferenceModel reference = new ReferenceModel(network);
    return new Vectors(
        hardware.signature(), codes, reference.classify(codes, 1), reference.scores(codes, 1));
  }

  public long[][] codes(int count, long seed) {
    Random random = new Random(seed);
    long[][] codes = new long[count][network.inputs().size()];
    for (long[] row : codes) {
      for (int i = 0; i < row.length; i++) {
        InputFeature feature = network.inputs().get(i);
        long span = feature.max() - feature.min() + 1;
        row[i] =
            feature.encoding() == Encoding.BIPOLAR
                ? 2L * random.nextInt(2) - 1
                : feature.min() + Math.floorMod(random.nextLong(), span);
      }
    }
    return codes;
  }

  /** Writes the Verilog, each text changed by {@code edit}. */
  public List<Path> write(Path folder, UnaryOperator<String> edit) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.createDirectories(folder);
    for (VerilogFile file : hardware.files()) {
      Path path = folder.resolve(file.name());
      Files.writeString(path, edit.apply(file.text()), StandardCharsets.UTF_8);
      files.add(path);
    }
    return files;
  }
}
