package io.hdlgen.quantizer.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The networks that the property tests of all modules draw are of every kind. */
class RandomNetworksTest {
  /** As many as those tests draw. */
  private static final int NETWORKS = 300;

  private final Map<String, Integer> kinds = new TreeMap<>();

  @Test
  void everyKindIsAmongThem() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      RandomNetworks random = new RandomNetworks(seed);
      count(random, random.next());
    }
    List<String> expected = new ArrayList<>();
    for (int number = 1; number <= 8; number++) {
      expected.add("UNSIGNED input of " + number + " bits");
      expected.add("SIGNED input of " + number + " bits");
      expected.add("ShiftRelu to " + number + " bits");
    }
    for (int layers = 1; layers <= 4; layers++) {
      expected.add(layers + " layers");
    }
    expected.addAll(List.of("BIPOLAR input of 1 bits", "Identity", "MultiThreshold", "bipolar"));
    expected.addAll(List.of("ArgMax", "Threshold", "Scores"));
    expected.addAll(List.of("single input", "single class", "all-zero row", "constant neuron"));
    assertThat(kinds).containsKeys(expected.toArray(String[]::new));
    assertThat(kinds.values()).allSatisfy(times -> assertThat(times).isGreaterThan(4));
    // A network that always gives the same would hide every mistake behind its constants.
    assertThat(kinds.get("three results or more")).isGreaterThan(NETWORKS / 2);
  }

  @Test
  void everyApproximationIsAmongTheApproximateOnes() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      RandomNetworks random = new RandomNetworks(seed);
      count(random, random.nextApproximate());
    }
    assertThat(kinds)
        .containsKeys(
            "Exact", "MaskedSummands", "one's complement", "SaturatedGroups", "tournament");
    assertThat(kinds.get("three results or more")).isGreaterThan(NETWORKS / 3);
    assertThat(List.of("one's complement", "SaturatedGroups", "tournament"))
        .allSatisfy(kind -> assertThat(kinds.get(kind)).isGreaterThan(50));
  }

  private void count(RandomNetworks random, IntegerNetwork network) {
    add(true, network.layers().size() + " layers");
    add(network.inputs().size() == 1, "single input");
    add(network.classes() == 1, "single class");
    add(true, network.decision().getClass().getSimpleName());
    add(
        network.decision() instanceof Decision.ArgMax argMax && !argMax.tournament().isEmpty(),
        "tournament");
    for (InputFeature feature : network.inputs()) {
      add(true, feature.encoding() + " input of " + feature.bits() + " bits");
    }
    NetworkRanges ranges = NetworkRanges.of(network);
    for (int l = 0; l < network.layers().size(); l++) {
      count(network.layers().get(l), ranges.values().get(l));
    }
    ReferenceModel reference = new ReferenceModel(network);
    Set<LongVector> results =
        Stream.of(random.codes(network, 120))
            .map(codes -> reference.infer(codes).scores())
            .collect(Collectors.toSet());
    add(results.size() > 2, "three results or more");
  }

  private void count(DenseLayer layer, List<Interval> values) {
    add(true, layer.activation().accept(KindOfActivation.INSTANCE));
    add(true, layer.arithmetic().getClass().getSimpleName());
    add(
        layer.arithmetic() instanceof Arithmetic.MaskedSummands masked && masked.onesComplement(),
        "one's complement");
    for (int n = 0; n < layer.outputs(); n++) {
      boolean zeros = layer.weights().row(n).equals(LongVector.filled(layer.inputs(), 0));
      add(zeros, "all-zero row");
      add(!zeros && values.get(n).isSingle(), "constant neuron");
    }
  }

  private void add(boolean is, String kind) {
    if (is) {
      kinds.merge(kind, 1, Integer::sum);
    }
  }
}
