package io.hdlgen.benchmarks;

import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.onnx.ImportedModel;
import io.hdlgen.quantizer.onnx.InputDefaults;
import io.hdlgen.quantizer.onnx.ModelReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;

/**
 * The network that is measured: a model file that {@code -Dmodel=FILE} names, else a random ternary
 * network of the shape 784-64-64-64-10.
 */
public final class BenchmarkNetwork {
  private static final int[] SHAPE = {784, 64, 64, 64, 10};

  private final IntegerNetwork network;
  private final Random random = new Random(1);

  BenchmarkNetwork() {
    String model = System.getProperty("model");
    network = model == null ? ternary() : read(Path.of(model));
  }

  IntegerNetwork network() {
    return network;
  }

  /** Random codes, {@code [rows][features]}. */
  long[][] codes(int rows) {
    return codes(network, rows, random);
  }

  /** Random codes of a network's features, {@code [rows][features]}. */
  public static long[][] codes(IntegerNetwork network, int rows, Random random) {
    return codes(network.inputs(), rows, random);
  }

  /** Random codes of features, {@code [rows][features]}. */
  public static long[][] codes(List<InputFeature> features, int rows, Random random) {
    long[][] codes = new long[rows][features.size()];
    for (long[] row : codes) {
      Arrays.setAll(
          row,
          i -> {
            InputFeature feature = features.get(i);
            return feature.encoding() == Encoding.BIPOLAR
                ? 2 * random.nextInt(2) - 1
                : random.nextLong(feature.min(), feature.max() + 1);
          });
    }
    return codes;
  }

  /** An unrolled design for 100 MHz. */
  static HardwareOptions options() {
    return new HardwareOptions(
        "top",
        Architecture.UNROLLED,
        Outputs.BOTH,
        100,
        OptionalInt.empty(),
        new CostModel("benchmark", 0.5, 0.7, 0.8, 0.03),
        List.of());
  }

  /** The network of a quantized model. */
  public static IntegerNetwork read(Path model) {
    InputDefaults defaults =
        new InputDefaults(OptionalInt.empty(), OptionalDouble.empty(), Optional.empty());
    if (ModelReader.read(model, defaults) instanceof ImportedModel.Quantized quantized) {
      return quantized.network();
    }
    throw new IllegalArgumentException(model + " is not quantized");
  }

  private IntegerNetwork ternary() {
    List<InputFeature> inputs = new ArrayList<>();
    for (int i = 0; i < SHAPE[0]; i++) {
      inputs.add(new InputFeature("x" + i, 2, Encoding.SIGNED, -1, 1, 1, 0, Rounding.HALF_EVEN));
    }
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 1; l < SHAPE.length; l++) {
      layers.add(layer("layer" + (l - 1), SHAPE[l - 1], SHAPE[l], l + 1 == SHAPE.length));
    }
    int classes = SHAPE[SHAPE.length - 1];
    List<String> names = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      names.add(Integer.toString(k));
    }
    Decision decision =
        new Decision.ArgMax(LongVector.filled(classes, 1), LongVector.filled(classes, 0));
    return new IntegerNetwork("ternary", inputs, layers, decision, names);
  }

  private DenseLayer layer(String name, int inputs, int outputs, boolean last) {
    long[][] weights = new long[outputs][inputs];
    for (long[] row : weights) {
      Arrays.setAll(row, i -> random.nextInt(3) - 1);
    }
    long[][] thresholds = new long[outputs][];
    for (int n = 0; n < outputs; n++) {
      thresholds[n] = new long[] {-4 - random.nextInt(4), 4 + random.nextInt(4)};
    }
    return new DenseLayer(
        name,
        LongMatrix.of(weights),
        LongVector.filled(outputs, 0),
        last
            ? new Activation.Identity()
            : new Activation.MultiThreshold(-1, 1, LongMatrix.of(thresholds)));
  }
}
