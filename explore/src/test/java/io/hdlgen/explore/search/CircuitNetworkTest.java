package io.hdlgen.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.logic.Circuits;
import io.hdlgen.explore.logic.GateKind;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A network of a circuit gives every row the circuit's class. */
class CircuitNetworkTest {
  private final Random random = new Random(9);

  @Test
  void allCodesOfSmallLevels() {
    double[][] codes = new double[64][];
    for (int r = 0; r < codes.length; r++) {
      codes[r] = new double[] {r & 3, r >> 2 & 3, r >> 4};
    }
    for (int round = 0; round < 60; round++) {
      int outputs = 1 + random.nextInt(3);
      int classes = (1 << outputs) - (outputs == 1 ? 0 : random.nextInt(1 << outputs - 1));
      check(new InputLevels(3, 2), random.nextInt(12), outputs, classes, codes);
    }
  }

  @Test
  void randomCodesOfMoreLevels() {
    double[][] codes = new double[300][];
    for (int r = 0; r < codes.length; r++) {
      codes[r] = random.ints(6, 0, 16).asDoubleStream().toArray();
    }
    for (int round = 0; round < 20; round++) {
      check(new InputLevels(6, 4), 60, 4, 11, codes);
    }
  }

  /** No level is read: a network has a feature all the same. */
  @Test
  void constants() {
    double[][] codes = {{0}, {1}, {2}, {3}};
    for (int one = 0; one < 2; one++) {
      InputLevels levels = new InputLevels(1, 2);
      LogicCircuit circuit =
          new LogicCircuit(levels.inputs(), List.of(), List.of(levels.inputs() + one));
      assertThat(classes(network(circuit, levels, 2), codes)).containsOnly(one);
    }
  }

  private void check(InputLevels levels, int gates, int outputs, int classes, double[][] codes) {
    LogicCircuit circuit =
        Circuits.random(random, levels.inputs(), gates, outputs, List.of(GateKind.values()));
    IntegerNetwork network = network(circuit, levels, classes);
    int[] found = classes(network, codes);
    for (int r = 0; r < codes.length; r++) {
      long[] row = new long[levels.features()];
      for (int i = 0; i < row.length; i++) {
        row[i] = (long) codes[r][i];
      }
      assertThat(found[r])
          .as("%s in row %d", circuit, r)
          .isEqualTo(Math.min(Circuits.code(circuit, levels.encode(row)), classes - 1));
    }
  }

  private static IntegerNetwork network(LogicCircuit circuit, InputLevels levels, int classes) {
    return CircuitNetwork.of(
        "circuit",
        circuit,
        levels,
        coding(levels),
        IntStream.range(0, classes).mapToObj(k -> "class" + k).toList());
  }

  /** Codes are the values. */
  private static InputCoding coding(InputLevels levels) {
    double[][] ends = new double[2][levels.features()];
    Arrays.fill(ends[1], 1 << levels.bits());
    Samples samples = new Samples(names(levels.features()), ends, new int[2], List.of("a", "b"));
    return InputCoding.of(samples, new int[] {0, 1}, levels.bits());
  }

  private static List<String> names(int features) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < features; i++) {
      names.add("f" + i);
    }
    return names;
  }

  private static int[] classes(IntegerNetwork network, double[][] codes) {
    Dataset data = new Dataset("codes", names(codes[0].length), codes, List.of());
    return new ReferenceModel(network).classify(FeatureEncoder.encode(network, data), 1);
  }
}
