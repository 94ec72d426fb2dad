package io.hdlgen.quantizer.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.AndInverterGraph.And;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.reference.RandomBitNetworks;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactReductionTest {
  @Test
  void reducedBitNetworksGiveTheSameClassesForAllCodes() {
    int smaller = 0;
    for (int seed = 0; seed < 300; seed++) {
      IntegerNetwork network = new RandomBitNetworks(seed).next();
      ExactReduction.Result result = ExactReduction.of(network);
      same(network, result.network(), "seed " + seed);
      assertThat(ExactReduction.of(network)).isEqualTo(result);
      assertThat(result.network().equals(network)).isEqualTo(result.removed().isEmpty());
      smaller += result.removed().isEmpty() ? 0 : 1;
    }
    assertThat(smaller).isGreaterThan(100);
  }

  @Test
  void reducedNetworksOfEveryKindGiveTheSame() {
    for (int seed = 0; seed < 300; seed++) {
      IntegerNetwork network = new RandomNetworks(seed).next();
      same(network, ExactReduction.of(network, 1 << 10).network(), "seed " + seed);
      IntegerNetwork rough = new RandomNetworks(seed).nextApproximate();
      same(rough, ExactReduction.of(rough, 1 << 10).network(), "approximate, seed " + seed);
    }
  }

  @Test
  void decisionsByGatesGiveTheSameClassesForAllCodes() {
    int smaller = 0;
    int fewer = 0;
    for (int seed = 0; seed < 300; seed++) {
      IntegerNetwork network = byGates(new RandomBitNetworks(seed).next(), new Random(seed));
      ExactReduction.Result result = ExactReduction.of(network);
      IntegerNetwork reduced = result.network();
      same(network, reduced, "seed " + seed);
      assertThat(reduced.equals(network)).isEqualTo(result.removed().isEmpty());
      smaller += result.removed().isEmpty() ? 0 : 1;
      fewer += reduced.inputs().size() < network.inputs().size() ? 1 : 0;
    }
    assertThat(smaller).isGreaterThan(100);
    assertThat(fewer).isGreaterThan(30);
  }

  /** The class of a network as it is, through random gates. */
  private static IntegerNetwork byGates(IntegerNetwork network, Random random) {
    int values = network.layers().get(network.layers().size() - 1).outputs();
    List<And> gates = new ArrayList<>();
    for (int g = 0, count = random.nextInt(12); g < count; g++) {
      int literals = 2 * (1 + values + g);
      gates.add(new And(random.nextInt(literals), random.nextInt(literals)));
    }
    long[] outputs = new long[3];
    Arrays.setAll(outputs, o -> random.nextInt(2 * (1 + values + gates.size())));
    return new IntegerNetwork(
        network.name(),
        network.inputs(),
        network.layers(),
        new AndInverterGraph(values, gates, LongVector.of(outputs), network.classes() - 1),
        network.classNames());
  }

  /** One neuron is constant: the gate behind it goes, and with it the feature of another. */
  @Test
  void constantsRunThroughGates() {
    IntegerNetwork network =
        new IntegerNetwork(
            "n",
            List.of(thermometer("a", 3), thermometer("b", 5)),
            List.of(
                new DenseLayer(
                    "steps",
                    LongMatrix.of(new long[][] {{1, 0}, {0, 0}, {0, 1}}),
                    LongVector.of(0, 0, 0),
                    new Activation.MultiThreshold(
                        0, 1, LongMatrix.of(new long[][] {{1}, {1}, {1}})))),
            // b counts only where the second neuron is 1, and that it never is.
            new AndInverterGraph(
                3,
                List.of(new And(4, 6), new And(9, 2), new And(2, 9), new And(10, 12)),
                LongVector.of(14, 9),
                3),
            List.of("0", "1", "2", "3"));
    ExactReduction.Result result = ExactReduction.of(network);
    same(network, result.network(), "n");
    assertThat(result.network().inputs()).containsExactly(thermometer("a", 3));
    assertThat(result.network().decision())
        .isEqualTo(new AndInverterGraph(1, List.of(), LongVector.of(2, 1), 3));
    assertThat(result.removed())
        .containsExactly(
            "neuron 1 of layer 0: always 0",
            "neuron 2 of layer 0: never read",
            "feature b: never read");
  }

  /** A value and its complement are 0, a value twice is itself. */
  @Test
  void gatesOfOneValueGo() {
    AndInverterGraph graph =
        new AndInverterGraph(1, List.of(new And(2, 3), new And(2, 2)), LongVector.of(4, 6), 3);
    assertThat(GateDecisions.mapped(graph, 1, k -> k))
        .isEqualTo(new AndInverterGraph(1, List.of(), LongVector.of(0, 2), 3));
  }

  @Test
  void diagramsGiveTheSame() {
    int some = 0;
    for (int seed = 0; seed < 300; seed++) {
      IntegerNetwork network = new RandomBitNetworks(seed).next();
      Optional<IntegerNetwork> diagram = DiagramForm.of(network);
      if (diagram.isPresent()) {
        same(network, diagram.get(), "seed " + seed);
        same(network, ExactReduction.of(diagram.get()).network(), "seed " + seed);
        some++;
      }
    }
    assertThat(some).isGreaterThan(50);
  }

  @Test
  void tellsWhatHasGone() {
    InputFeature a = thermometer("a", 3, 9, 11);
    InputFeature b = thermometer("b", 5);
    IntegerNetwork network =
        new IntegerNetwork(
            "n",
            List.of(a, b),
            List.of(
                new DenseLayer(
                    "steps",
                    LongMatrix.of(
                        new long[][] {{1, 0, 0, 0}, {1, 0, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}}),
                    LongVector.of(0, 0, 0, 0),
                    new Activation.MultiThreshold(
                        0, 1, LongMatrix.of(new long[][] {{1}, {1}, {1}, {2}})))),
            // Value 2 is 1 only where value 0 is, and then both give class 1.
            new Decision.Table(LongVector.of(0, 9, 9, 1, 0, 9, 9, 1, 2, 2, 2, 2, 2, 2, 2, 2)),
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    ExactReduction.Result result = ExactReduction.of(network);
    same(network, result.network(), "n");
    assertThat(result.network().inputs()).containsExactly(thermometer("a", 3));
    assertThat(result.network().layers().get(0).outputs()).isEqualTo(1);
    assertThat(result.removed())
        .contains(
            "neuron 3 of layer 0: always 0",
            "neuron 1 of layer 0: equal to neuron 0 of layer 0",
            "neuron 2 of layer 0: never read",
            "feature b: never read",
            "level 9 of feature a: never read",
            "level 11 of feature a: never read");
  }

  /** Two of three levels are the second one; at most one of them is not the second one. */
  @Test
  void stepsOverOneThermometerAreOneLevel() {
    IntegerNetwork network =
        new IntegerNetwork(
            "n",
            List.of(thermometer("a", 3, 9, 11)),
            List.of(
                new DenseLayer(
                    "steps",
                    LongMatrix.of(new long[][] {{1, 1, 1}, {-2, -1, -1}}),
                    LongVector.of(0, 0),
                    new Activation.MultiThreshold(0, 1, LongMatrix.of(new long[][] {{2}, {-2}})))),
            new Decision.Table(LongVector.of(0, 1, 2, 3)),
            List.of("0", "1", "2", "3"));
    ExactReduction.Result result = ExactReduction.of(network);
    same(network, result.network(), "n");
    assertThat(result.network().inputs()).containsExactly(thermometer("a", 9));
    assertThat(result.removed())
        .contains(
            "neuron 0 of layer 0 reads one level: thermometers have no other patterns",
            "level 3 of feature a: never read");
  }

  private static InputFeature thermometer(String name, long... levels) {
    return InputFeature.thermometer(
        InputFeature.filling(name, 4, Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN),
        LongVector.of(levels));
  }

  /** Compares on all points of the grids, or on many random ones. */
  private static void same(IntegerNetwork network, IntegerNetwork reduced, String name) {
    ReferenceModel model = new ReferenceModel(network);
    ReferenceModel other = new ReferenceModel(reduced);
    CodeSpace space = new CodeSpace(network.inputs());
    long[][] rows =
        space.size() <= 1 << 14
            ? space.rows(0, space.size())
            : new RandomNetworks(1).codes(network, 2000);
    long[][] mapped = new long[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      mapped[r] = mapped(network, reduced, rows[r]);
    }
    assertThat(other.classify(mapped, 1)).as(name).isEqualTo(model.classify(rows, 1));
    if (network.classes() == 0) {
      assertThat(other.scores(mapped, 1)).isDeepEqualTo(model.scores(rows, 1));
    }
  }

  /** The codes of the features that are left: of a shorter thermometer, the levels still there. */
  private static long[] mapped(IntegerNetwork network, IntegerNetwork reduced, long[] row) {
    List<String> names = network.inputs().stream().map(InputFeature::name).toList();
    return reduced.inputs().stream()
        .mapToLong(
            feature -> {
              int i = names.indexOf(feature.name());
              if (feature.encoding() != Encoding.THERMOMETER) {
                return row[i];
              }
              long code = row[i];
              InputFeature before = network.inputs().get(i);
              return feature.reached(
                  code == 0 ? before.min() : before.levels().get((int) code - 1));
            })
        .toArray();
  }
}
