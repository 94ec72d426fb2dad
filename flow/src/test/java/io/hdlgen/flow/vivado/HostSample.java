package io.hdlgen.flow.vivado;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Field;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One network in four shapes: features of all encodings, several words a beat and a result. */
enum HostSample {
  UNROLLED(Architecture.UNROLLED, Bus.STREAM),
  FOLDED(Architecture.FOLDED, Bus.STREAM),
  LOADABLE(Architecture.FOLDED, Bus.STREAM),
  REGISTERS(Architecture.UNROLLED, Bus.AXI4_LITE);

  private static final int FEATURES = 41;
  private static final int CLASSES = 9;
  private static final IntegerNetwork NETWORK = network(3);

  /** Of the same shape. */
  static final IntegerNetwork OTHER = network(4);

  private final Architecture architecture;
  private final Bus bus;

  HostSample(Architecture architecture, Bus bus) {
    this.architecture = architecture;
    this.bus = bus;
  }

  private static IntegerNetwork network(int seed) {
    Random random = new Random(seed);
    List<InputFeature> inputs = new ArrayList<>();
    for (int i = 0; i < FEATURES; i++) {
      Encoding encoding = Encoding.values()[i % 3];
      int bits = encoding == Encoding.BIPOLAR ? 1 : 2 + i % 5;
      inputs.add(InputFeature.filling("x" + i, bits, encoding, 1, 0, Rounding.HALF_EVEN));
    }
    DenseLayer layer =
        new DenseLayer(
            "only",
            LongMatrix.ofRows(
                IntStream.range(0, CLASSES).mapToObj(k -> row(random, FEATURES)).toList(),
                FEATURES),
            row(random, CLASSES),
            new Activation.Identity());
    long[] ones = new long[CLASSES];
    Arrays.fill(ones, 1);
    return new IntegerNetwork(
        "sample",
        inputs,
        List.of(layer),
        new Decision.ArgMax(LongVector.of(ones), LongVector.of(new long[CLASSES])),
        IntStream.range(0, CLASSES).mapToObj(k -> "class \"" + k + "\" é").toList());
  }

  private static LongVector row(Random random, int size) {
    return LongVector.of(random.longs(size, -2, 3).toArray());
  }

  HardwareDesign hardware() {
    HardwareOptions options =
        new HardwareOptions(
            "sample",
            architecture,
            Outputs.BOTH,
            100,
            OptionalInt.of(2),
            List.of(new Folding(3, 16)),
            Multiplication.AUTO,
            new CostModel("test", 0.5, 0.9, 0.8, 0.03),
            List.of("A test"),
            bus);
    return HardwareCompiler.compile(
        NETWORK, this == LOADABLE ? options.withLoadable(Declaration.of(NETWORK)) : options);
  }

  /** Random codes, the ends of the ranges among them. */
  long[][] codes(int rows) {
    Random random = new Random(11);
    long[][] codes = new long[rows][FEATURES];
    for (long[] row : codes) {
      for (int i = 0; i < FEATURES; i++) {
        InputFeature feature = NETWORK.inputs().get(i);
        boolean ends = feature.encoding() == Encoding.BIPOLAR || random.nextInt(3) == 0;
        row[i] =
            ends
                ? (random.nextBoolean() ? feature.min() : feature.max())
                : feature.min() + random.nextInt((int) (feature.max() - feature.min() + 1));
      }
    }
    return codes;
  }

  /** What the program prints. */
  String expected(long[][] codes) {
    return expected(NETWORK, codes);
  }

  /** The same with another network. */
  static String expected(IntegerNetwork network, long[][] codes) {
    ReferenceModel reference = new ReferenceModel(network);
    int[] classes = reference.classify(codes, 1);
    long[][] scores = reference.scores(codes, 1);
    StringBuilder text = new StringBuilder("class");
    IntStream.range(0, CLASSES).forEach(k -> text.append(",score_").append(k));
    text.append('\n');
    for (int i = 0; i < codes.length; i++) {
      text.append(classes[i]).append(',');
      text.append(
          Arrays.stream(scores[i]).mapToObj(Long::toString).collect(Collectors.joining(",")));
      text.append('\n');
    }
    return text.toString();
  }

  /** The word of a code in a register of 32 bits. */
  static long bits(Field field, long code) {
    return field.encoding() == Encoding.BIPOLAR ? (code > 0 ? 1 : 0) : code & 0xffff_ffffL;
  }
}
