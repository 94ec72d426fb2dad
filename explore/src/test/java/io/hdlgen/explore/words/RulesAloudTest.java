package io.hdlgen.explore.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RulesAloudTest {
  private static final List<String> CLASSES = List.of("setosa", "versicolor", "virginica");

  /** Class 2 where the petal is wide, else class 1 where it is long. */
  @Test
  void rulesAreInTheUnitOfTheData() {
    AndInverterGraph.And versicolor = new AndInverterGraph.And(2, 5);
    IntegerNetwork network =
        network(
            List.of(feature("length", 0.5, 1, 3), feature("width", -0.25, 2, 2)),
            List.of(versicolor),
            LongVector.of(6, 4));
    assertThat(RulesAloud.of(network).orElseThrow())
        .containsExactly(
            "if width <= 1.5: virginica", "else if length < 2.5: setosa", "else: versicolor");
  }

  @Test
  void oneClassIsOneRule() {
    IntegerNetwork network =
        network(List.of(feature("length", 0.5, 1, 3)), List.of(), LongVector.of(1, 0));
    assertThat(RulesAloud.of(network).orElseThrow()).containsExactly("always: versicolor");
  }

  /** Every bit counts: no box is larger than a point. */
  @Test
  void thousandsOfCombinationsAndParitiesAreNoRules() {
    CodeGrid grid = new CodeGrid(new int[] {2, 2, 2, 2, 2, 2});
    int[] parity = new int[grid.size()];
    for (int point = 0; point < parity.length; point++) {
      parity[point] = Integer.bitCount(point) % 2;
    }
    assertThat(RuleSearch.of(grid, parity, 20)).isEmpty();
    long[] levels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    List<InputFeature> wide =
        List.of(feature("a", 1, 0, levels), feature("b", 1, 0, levels), feature("c", 1, 0, levels));
    assertThat(RulesAloud.of(network(wide, List.of(), LongVector.of(1, 0)))).isPresent();
    List<InputFeature> wider = new ArrayList<>(wide);
    wider.add(feature("d", 1, 0, 1));
    assertThat(RulesAloud.of(network(wider, List.of(), LongVector.of(1, 0)))).isEmpty();
    assertThat(RulesAloud.without(network(wider, List.of(), LongVector.of(1, 0))))
        .contains("No rules were looked for", "more than 4,096 combinations");
    assertThat(RulesAloud.without(network(wide, List.of(), LongVector.of(1, 0))))
        .startsWith("No 20 rules or fewer were found");
  }

  @Test
  void rulesAreTheTableTheyWereMadeOf() {
    Random random = new Random(3);
    int found = 0;
    for (int trial = 0; trial < 200; trial++) {
      CodeGrid grid = new CodeGrid(new int[] {2 + trial % 4, 3, 1 + trial % 2});
      int[] classes = random.ints(grid.size(), 0, 1 + trial % 5).toArray();
      RuleList rules = RuleSearch.of(grid, classes, grid.size() + 1).orElseThrow();
      for (int point = 0; point < classes.length; point++) {
        assertThat(rules.classify(grid.codes(point))).isEqualTo(classes[point]);
      }
      found += rules.rules().size();
    }
    assertThat(found).isGreaterThan(200);
  }

  private static InputFeature feature(String name, double scale, double offset, long... levels) {
    return InputFeature.thermometer(
        InputFeature.filling(name, 4, Encoding.UNSIGNED, scale, offset, Rounding.FLOOR),
        LongVector.of(levels));
  }

  /** A network that decides by gates over the levels. */
  private static IntegerNetwork network(
      List<InputFeature> features, List<AndInverterGraph.And> gates, LongVector outputs) {
    int values = features.stream().mapToInt(InputFeature::values).sum();
    long[][] weights = new long[values][values];
    long[][] thresholds = new long[values][1];
    for (int n = 0; n < values; n++) {
      weights[n][n] = 1;
      thresholds[n][0] = 1;
    }
    return new IntegerNetwork(
        "network",
        features,
        List.of(
            new DenseLayer(
                "levels",
                LongMatrix.of(weights),
                LongVector.of(new long[values]),
                new Activation.MultiThreshold(0, 1, LongMatrix.of(thresholds)))),
        new AndInverterGraph(values, gates, outputs, CLASSES.size() - 1),
        CLASSES);
  }
}
