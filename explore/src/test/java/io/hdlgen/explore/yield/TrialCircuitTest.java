package io.hdlgen.explore.yield;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.boards.printed.SlicedNetlist;
import io.hdlgen.explore.sensor.Converter;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rows of a design whose features lie in another order than the ports of its netlist. */
class TrialCircuitTest {
  private static final List<String> CLASSES = List.of("a", "b", "c", "d");

  private static Signature signature() {
    Field salt = new Field("salt", "salt_i", 0, 2, Encoding.UNSIGNED, 0, 3);
    Field acid = new Field("acid", "acid_i", 0, 2, Encoding.UNSIGNED, 0, 3);
    Field decided = new Field("class", "class_o", 0, 2, Encoding.UNSIGNED, 0, 3);
    return new Signature(
        "tiny",
        Architecture.COMBINATIONAL,
        0,
        OptionalInt.empty(),
        4,
        2,
        List.of(salt, acid),
        List.of(decided),
        CLASSES);
  }

  private static IntegerNetwork network() {
    LongVector four = LongVector.filled(4, 1);
    return new IntegerNetwork(
        "tiny",
        List.of(TinyCircuits.FEATURES.get(1), TinyCircuits.FEATURES.get(0)),
        List.of(
            new DenseLayer("l", LongMatrix.of(new long[4][2]), four, new Activation.Identity())),
        new Decision.ArgMax(four, four),
        CLASSES);
  }

  @Test
  void bringsFeaturesToTheirPorts() {
    double[][] values = TinyCircuits.values(100);
    double[][] turned =
        Arrays.stream(values).map(row -> new double[] {row[1], row[0]}).toArray(double[][]::new);
    TrialCircuit circuit =
        TrialCircuit.of(
            TinyCircuits.netlist(), signature(), network(), turned, TinyCircuits.labels(values));
    assertThat(circuit.right()).isEqualTo(TinyCircuits.trial(100).right());
    assertThat(circuit.classPort()).isEqualTo(1);
    assertThat(circuit.converters().list().get(0).feature().name()).isEqualTo("acid");
  }

  /** Moved comparators row by row, over all encodings, rising and falling, with equal values. */
  @Test
  void readsWithMovedComparators() {
    Random random = new Random(8);
    for (int trial = 0; trial < 60; trial++) {
      double scale = random.nextBoolean() ? 1 : -1;
      Encoding encoding = random.nextBoolean() ? Encoding.UNSIGNED : Encoding.SIGNED;
      InputFeature feature = InputFeature.filling("x", 3, encoding, scale, 0.5, Rounding.HALF_EVEN);
      if (trial % 3 == 0) {
        feature =
            InputFeature.thermometer(
                InputFeature.filling("x", 3, Encoding.UNSIGNED, scale, 0.5, Rounding.HALF_EVEN),
                LongVector.of(2, 3, 7));
      }
      double[] values = random.doubles(100, -8, 8).map(x -> Math.rint(4 * x) / 4).toArray();
      Converter converter = new Converter(feature, trial % 2 == 0 ? 0b111 : 0b110);
      double[] moved =
          Arrays.stream(converter.thresholds()).map(t -> t + random.nextInt(9) / 4. - 1).toArray();
      PortReading reading = new PortReading(converter, 3, values);
      long[][] planes = reading.planes(moved);
      for (int r = 0; r < values.length; r++) {
        assertThat(SlicedNetlist.code(planes, r))
            .isEqualTo((int) converter.field(values[r], moved) & 0b111);
        assertThat(SlicedNetlist.code(reading.planes(), r))
            .isEqualTo((int) converter.field(values[r], converter.thresholds()) & 0b111);
      }
    }
  }

  @Test
  void listsTheClassesOfTheRows() {
    double[][] values = {{0.5, 0.5}, {2.5, 3.5}};
    TrialCircuit circuit =
        new TrialCircuit(
            TinyCircuits.netlist(), "class_o", TinyCircuits.FEATURES, values, new int[] {1, 0});
    // Codes 0 and 0: class 1; codes 2 and 3: class 2.
    assertThat(circuit.answered().stream()).containsExactly(1, 2);
    assertThat(circuit.right()).isEqualTo(1);
  }

  @Test
  void aLabelThatIsNoClassIsNeverRight() {
    double[][] values = {{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}};
    // 5 has the low bits of 1, and -3 too.
    TrialCircuit circuit =
        new TrialCircuit(
            TinyCircuits.netlist(),
            "class_o",
            TinyCircuits.FEATURES,
            values,
            new int[] {1, 5, -3, 1});
    assertThat(circuit.right()).isEqualTo(2);
    assertThat(circuit.accuracy(circuit.right())).isEqualTo(0.5);
  }
}
