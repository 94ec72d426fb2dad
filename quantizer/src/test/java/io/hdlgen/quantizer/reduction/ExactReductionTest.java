package io.hdlgen.quantizer.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.AndInverterGraph;
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
import java.util.List;
import java.util.Optional;
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
  void decisionsByGatesStayAsTheyAre() {
    IntegerNetwork network = new RandomBitNetworks(1).next();
    int values = network.layers().get(network.layers().size() - 1).outputs();
    AndInverterGraph gates =
        new AndInverterGraph(values, List.of(), LongVector.of(2), network.classes() - 1);
    IntegerNetwork other =
        new IntegerNetwork(
            network.name(), network.inputs(), network.layers(), gates, network.classNames());
    assertThat(ExactReduction.of(other)).isEqualTo(new ExactReduction.Result(other, List.of()));
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
