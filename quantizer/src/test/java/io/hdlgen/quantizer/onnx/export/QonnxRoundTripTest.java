package io.hdlgen.quantizer.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.hdlgen.quantizer.approximate.TruncatedColumns;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Match;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.onnx.ImportedModel;
import io.hdlgen.quantizer.onnx.InputDefaults;
import io.hdlgen.quantizer.onnx.ModelReader;
import io.hdlgen.quantizer.reference.Inference;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written as QONNX and read again computes the same. */
class QonnxRoundTripTest {
  private static final int ROWS = 40;

  @TempDir private Path folder;

  @Test
  void randomNetworksComputeTheSame() throws IOException {
    int compared = 0;
    int refused = 0;
    for (int seed = 0; seed < 600; seed++) {
      RandomNetworks random = new RandomNetworks(seed);
      IntegerNetwork network = random.next();
      byte[] file;
      IntegerNetwork read;
      try {
        file = QonnxWriter.write(network);
        read = read(file);
      } catch (InvalidInputException numbersBeyondFloats) {
        refused++;
        continue;
      }
      assertThat(QonnxWriter.write(network)).as("seed %d, bytes", seed).isEqualTo(file);
      compare("seed " + seed, network, read, random.codes(network, ROWS));
      compared++;
    }
    assertThat(compared).as("networks compared; %d refused", refused).isGreaterThan(540);
  }

  private static void compare(
      String name, IntegerNetwork network, IntegerNetwork read, long[][] codes) {
    assertThat(read.name()).isEqualTo(network.name());
    assertThat(read.inputs()).as(name).isEqualTo(network.inputs());
    assertThat(read.classNames()).isEqualTo(network.classNames());
    List<Inference> expected = infer(network, codes);
    List<Inference> actual = infer(read, codes);
    for (int r = 0; r < ROWS; r++) {
      assertThat(actual.get(r).scores()).as(name).isEqualTo(expected.get(r).scores());
      assertThat(actual.get(r).classIndex()).as(name).isEqualTo(expected.get(r).classIndex());
    }
    for (int l = 0; l < network.layers().size(); l++) {
      int layer = l;
      for (int n = 0; n < network.layers().get(l).outputs(); n++) {
        int neuron = n;
        String where = "%s, layer %d, neuron %d".formatted(name, l, n);
        requireAffine(
            where + ", accumulator",
            column(expected, i -> i.accumulators().get(layer).get(neuron)),
            column(actual, i -> i.accumulators().get(layer).get(neuron)));
        requireAffine(
            where + ", value",
            column(expected, i -> i.values().get(layer).get(neuron)),
            column(actual, i -> i.values().get(layer).get(neuron)));
      }
    }
  }

  /**
   * The reader counts in steps from where it likes, and takes biases into thresholds: its numbers
   * are the network's up to a factor and a term that are the same on all rows.
   */
  private static void requireAffine(String where, long[] expected, long[] actual) {
    long numerator = 1;
    long denominator = 1;
    for (int r = 1; r < expected.length; r++) {
      if (actual[r] != actual[0]) {
        numerator = expected[r] - expected[0];
        denominator = actual[r] - actual[0];
        assertThat(numerator * Math.signum(denominator)).as(where).isPositive();
        break;
      }
    }
    for (int r = 0; r < expected.length; r++) {
      assertThat((actual[r] - actual[0]) * numerator)
          .as(where)
          .isEqualTo((expected[r] - expected[0]) * denominator);
    }
  }

  private static long[] column(List<Inference> inferences, Function<Inference, Long> number) {
    return inferences.stream().mapToLong(number::apply).toArray();
  }

  private static List<Inference> infer(IntegerNetwork network, long[][] codes) {
    ReferenceModel model = new ReferenceModel(network);
    return Arrays.stream(codes).map(model::infer).toList();
  }

  @Test
  void networkWithoutBiasesComesBackEqual() throws IOException {
    List<InputFeature> features = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      // No power of two and a different one each: as thresholds.
      features.add(
          InputFeature.filling(
              "f" + i, 4, Encoding.UNSIGNED, 0.1 * (i + 1), -0.7, Rounding.HALF_EVEN));
    }
    DenseLayer hidden =
        new DenseLayer(
            "first",
            LongMatrix.of(new long[][] {{3, -2, 1}, {-1, 2, 0}}),
            LongVector.of(0, 0),
            new Activation.MultiThreshold(
                0, 1, LongMatrix.of(new long[][] {{-20, 0, 4}, {-3, -3, 8}})));
    DenseLayer signs =
        new DenseLayer(
            "second",
            LongMatrix.of(new long[][] {{1, -1}, {-2, 1}, {1, 1}}),
            LongVector.of(0, 0, 0),
            new Activation.MultiThreshold(-1, 2, LongMatrix.of(new long[][] {{1}, {-1}, {2}})));
    DenseLayer last =
        new DenseLayer(
            "last",
            LongMatrix.of(new long[][] {{1, -1, 1}}),
            LongVector.of(0),
            new Activation.Identity());
    IntegerNetwork network =
        new IntegerNetwork(
            "näme",
            features,
            List.of(hidden, signs, last),
            new Decision.Threshold(LongVector.of(3), LongVector.of(-2), 5),
            List.of("normal", "attack \"x\""));

    assertThat(read(QonnxWriter.write(network))).isEqualTo(network);
  }

  @Test
  void featuresAreBelievedOnlyWhereTheGraphDoesTheSame() throws IOException {
    IntegerNetwork network = digits(0.1);
    ModelProto.Builder model = ModelProto.parseFrom(QonnxWriter.write(network)).toBuilder();
    for (StringStringEntryProto.Builder entry : model.getMetadataPropsBuilderList()) {
      entry.setValue(entry.getValue().replace("\"scale\":0.1,", "\"scale\":0.2,"));
    }

    InputFeature feature = read(model.build().toByteArray()).inputs().get(0);

    // Its name is, its scale is that of the graph's thresholds.
    assertThat(feature.name()).isEqualTo("f");
    for (double x = -0.5; x < 2; x += 0.0137) {
      assertThat(feature.encode((float) x)).isEqualTo(network.inputs().get(0).encode((float) x));
    }
  }

  private static IntegerNetwork digits(double scale) {
    IntegerNetwork wide = wide(Rounding.FLOOR);
    return new IntegerNetwork(
        "n",
        List.of(InputFeature.filling("f", 4, Encoding.UNSIGNED, scale, 0, Rounding.HALF_EVEN)),
        wide.layers(),
        wide.decision(),
        wide.classNames());
  }

  @Test
  void manyBitsBecomeAQuantBehindADivision() throws IOException {
    IntegerNetwork network = wide(Rounding.HALF_EVEN);

    assertThat(read(QonnxWriter.write(network)).inputs()).isEqualTo(network.inputs());
    assertThat(QonnxWriter.notes(network)).singleElement().asString().contains("input codes");
  }

  @Test
  void whatFloatsCannotHoldIsRefusedByName() {
    DenseLayer layer = wide(Rounding.FLOOR).layers().get(0);
    DenseLayer odd =
        new DenseLayer(
            "odd",
            LongMatrix.of(new long[][] {{(1 << 24) + 1}}),
            layer.biases(),
            layer.activation());
    IntegerNetwork network = wide(Rounding.FLOOR);
    IntegerNetwork refused =
        new IntegerNetwork(
            "n", network.inputs(), List.of(odd), network.decision(), network.classNames());

    assertThatThrownBy(() -> QonnxWriter.write(refused))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("odd")
        .hasMessageContaining("16777217");
  }

  @Test
  void whatIsApproximateIsRefused() {
    IntegerNetwork exact = wide(Rounding.FLOOR);
    DenseLayer layer = exact.layers().get(0);
    DenseLayer cut = new TruncatedColumns(1).apply(layer, List.of());
    Decision.ArgMax tournament =
        new Decision.ArgMax(LongVector.of(1, 1), LongVector.of(0, 0), List.of(new Match(1, 0, -2)));
    DenseLayer two =
        new DenseLayer(
            "two",
            LongMatrix.of(new long[][] {{1}, {-1}}),
            LongVector.of(0, 0),
            layer.activation());

    assertThatThrownBy(
            () -> QonnxWriter.write(network(exact, cut, exact.decision(), exact.classNames())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("layer only: found masked summands or saturated groups");
    assertThatThrownBy(() -> QonnxWriter.write(network(exact, two, tournament, List.of("a", "b"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("decision: found an argmax of chosen bits");
  }

  private static IntegerNetwork network(
      IntegerNetwork inputs, DenseLayer layer, Decision decision, List<String> names) {
    return new IntegerNetwork("n", inputs.inputs(), List.of(layer), decision, names);
  }

  private static IntegerNetwork wide(Rounding rounding) {
    InputFeature feature = InputFeature.filling("wide", 16, Encoding.SIGNED, 0.375, -1.5, rounding);
    DenseLayer layer =
        new DenseLayer(
            "only",
            LongMatrix.of(new long[][] {{1}}),
            LongVector.of(0),
            new Activation.ShiftRelu(1, 3));
    return new IntegerNetwork(
        "wide",
        List.of(feature),
        List.of(layer),
        new Decision.Scores(LongVector.of(1), LongVector.of(0)),
        List.of());
  }

  private IntegerNetwork read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("model.onnx"), bytes);
    ImportedModel model = ModelReader.read(file, InputDefaults.NONE);
    return ((ImportedModel.Quantized) model).network();
  }
}
