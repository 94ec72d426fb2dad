package io.hdlgen.quantizer.ptq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.calibration.Calibration;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.input.InputOptions;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd data, odd networks and all formats give a network that can be evaluated. */
class RobustnessTest {
  private static final int[][] SHAPES = {{3, 1}, {3, 2}, {3, 1, 1}, {3, 1, 4}, {3, 4, 1, 3}};
  private static final List<String> CALIBRATIONS = List.of("minmax", "percentile-90", "mse");

  @ParameterizedTest
  @EnumSource(FloatActivation.class)
  void anyShapeOfNetworkOnAnyData(FloatActivation activation) {
    int checked = 0;
    for (int[] shape : SHAPES) {
      FloatNetwork network =
          PostTrainingQuantizerTest.random(new Random(checked), activation, shape);
      for (double[][] rows : data()) {
        for (int bits : new int[] {1, 2, 4, 8}) {
          for (String calibration : CALIBRATIONS) {
            checked += check(network, rows, bits, Calibration.parse(calibration));
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(300);
  }

  private static int check(FloatNetwork network, double[][] rows, int bits, Calibration rule) {
    for (WeightFitting fitting : WeightFitting.values()) {
      PtqOptions options =
          new PtqOptions(
              List.of(LayerPrecision.ofBits(bits, bits)),
              InputOptions.ofBits(bits).with(rule),
              rule,
              fitting);
      IntegerNetwork quantized = PostTrainingQuantizer.quantize(network, rows, options);
      int right = 0;
      for (double[] row : rows) {
        right += classify(quantized, row) == network.classify(row) ? 1 : 0;
      }
      boolean same = Arrays.stream(rows).allMatch(row -> Arrays.equals(row, rows[0]));
      assertThat(same && right < rows.length)
          .as("%d bits, %s, %s: rows all the same get another class", bits, rule, fitting)
          .isFalse();
    }
    return 1;
  }

  private static List<double[][]> data() {
    double[][] normal = PostTrainingQuantizerTest.rows(new Random(1), 60, 3);
    double[][] duplicated = new double[60][];
    Arrays.setAll(duplicated, r -> normal[r % 2]);
    double[][] constant = PostTrainingQuantizerTest.rows(new Random(2), 60, 3);
    Arrays.stream(constant).forEach(row -> row[1] = -7.25);
    double[][] outlier = PostTrainingQuantizerTest.rows(new Random(3), 60, 3);
    outlier[17][2] = 1e30;
    double[][] huge = PostTrainingQuantizerTest.rows(new Random(4), 60, 3);
    Arrays.stream(huge).forEach(row -> row[0] *= 1e60);
    double[][] tiny = PostTrainingQuantizerTest.rows(new Random(5), 60, 3);
    Arrays.stream(tiny).forEach(row -> row[0] *= 1e-320);
    double[][] same = new double[20][];
    Arrays.fill(same, new double[] {0.3, -1e9, 4});
    return List.of(
        normal, duplicated, constant, outlier, huge, tiny, same, new double[][] {{1, 2, 3.5}});
  }

  private static int classify(IntegerNetwork network, double[] row) {
    long[] codes = new long[row.length];
    Arrays.setAll(codes, i -> network.inputs().get(i).encode(row[i]));
    return new ReferenceModel(network).infer(codes).classIndex();
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "ternary", "int4", "int12", "pow2-2", "pow2-4", "digits-2"})
  void weightsAreLevelsOfTheFormat(String name) {
    WeightFormat format = WeightFormat.parse(name);
    FloatNetwork network =
        PostTrainingQuantizerTest.random(new Random(6), FloatActivation.RELU, 4, 9, 5, 3);
    double[][] rows = PostTrainingQuantizerTest.rows(new Random(7), 150, 4);
    for (WeightFitting fitting : WeightFitting.values()) {
      PtqOptions options =
          new PtqOptions(List.of(new LayerPrecision(format, 4)), InputOptions.ofBits(8))
              .with(fitting);
      IntegerNetwork quantized = PostTrainingQuantizer.quantize(network, rows, options);
      for (DenseLayer layer : quantized.layers()) {
        assertThat(values(layer.weights()))
            .allMatch(weight -> Arrays.binarySearch(format.levels(), weight) >= 0);
      }
      long agreed =
          Arrays.stream(rows).filter(r -> classify(quantized, r) == network.classify(r)).count();
      assertThat(agreed / 150.0).isGreaterThan(format.levels().length <= 3 ? 0.55 : 0.85);
    }
  }

  private static List<Long> values(LongMatrix matrix) {
    return java.util.stream.IntStream.range(0, matrix.rows())
        .boxed()
        .flatMap(n -> Arrays.stream(matrix.row(n).toArray()).boxed())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"NEAREST", "RECONSTRUCTION", "AUTOMATIC"})
  void layersHaveTheirOwnBits(WeightFitting fitting) {
    FloatNetwork network =
        PostTrainingQuantizerTest.random(new Random(8), FloatActivation.RELU, 4, 9, 7, 3);
    double[][] rows = PostTrainingQuantizerTest.rows(new Random(9), 200, 4);
    PtqOptions options =
        PtqOptions.ofLayerBits(List.of(6, 3, 12), InputOptions.ofBits(8)).with(fitting);
    IntegerNetwork quantized = PostTrainingQuantizer.quantize(network, rows, options);

    long[] greatest =
        quantized.layers().stream()
            .mapToLong(
                layer -> values(layer.weights()).stream().mapToLong(Math::abs).max().orElse(0))
            .toArray();
    assertThat(greatest[0]).isBetween(5L, 32L);
    assertThat(greatest[1]).isBetween(2L, 4L);
    assertThat(greatest[2]).isBetween(100L, 2048L);
    assertThatThrownBy(
            () ->
                PostTrainingQuantizer.quantize(
                    network, rows, PtqOptions.ofLayerBits(List.of(4, 2), InputOptions.ofBits(8))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("layer bits: found 2 of them; expected 3");
  }

  @Test
  void nearestWeightsKeepTheMeanOfTheSum() {
    double[][] columns = new double[3][80];
    Random random = new Random(10);
    double[] wanted = {0.31, -0.9, 0.47};
    double[] targets = new double[80];
    for (int r = 0; r < 80; r++) {
      for (int i = 0; i < 3; i++) {
        columns[i][r] = 3 + random.nextInt(5);
        targets[r] += wanted[i] * columns[i][r];
      }
    }
    QuantizedInputs inputs = new QuantizedInputs(columns);
    QuantizedNeuron neuron =
        new HiddenNeuronFitter(
                inputs,
                FloatActivation.IDENTITY,
                WeightLevels.of(new WeightFormat.Integers(2)),
                ValueCodes.of(FloatActivation.IDENTITY, 4),
                new Calibration.MinMax())
            .fit(wanted, targets, FitEffort.NEAREST);

    double[] estimates =
        Arrays.stream(inputs.accumulate(neuron.weights())).map(neuron::estimate).toArray();
    assertThat(QuantizedInputs.mean(estimates))
        .isCloseTo(QuantizedInputs.mean(targets), org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void whatCannotBeCalculatedWithIsRefused() {
    FloatNetwork network =
        PostTrainingQuantizerTest.random(new Random(11), FloatActivation.RELU, 2, 3, 2);
    double[][] beyond = {{1e200, 1}, {0, 2}};
    assertThatThrownBy(
            () -> PostTrainingQuantizer.quantize(network, beyond, PtqOptions.of(4, 4, 4)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("on a calibration row");
  }

  @Test
  void poorCalibrationDataIsNoted() {
    FloatNetwork network =
        PostTrainingQuantizerTest.random(new Random(12), FloatActivation.RELU, 2, 6, 2);
    double[][] rows = PostTrainingQuantizerTest.rows(new Random(13), 200, 2);
    assertThat(notes(network, rows)).isEmpty();
    assertThat(notes(network, Arrays.copyOf(rows, 1)))
        .singleElement()
        .asString()
        .contains("1 different row:");
    double[][] outlier = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    outlier[5][1] = 1e30;
    assertThat(notes(network, outlier))
        .anyMatch(note -> note.startsWith("Nearly all values of x1,"));
    int common = network.classify(rows[0]);
    double[][] oneClass =
        Arrays.stream(rows).filter(row -> network.classify(row) == common).toArray(double[][]::new);
    assertThat(notes(network, oneClass)).anyMatch(note -> note.contains("the same class"));
  }

  private static List<String> notes(FloatNetwork network, double[][] rows) {
    return PostTrainingQuantizer.quantize(network, rows, PtqOptions.of(4, 4, 4), PtqListener.NONE)
        .notes();
  }
}
