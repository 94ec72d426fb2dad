package io.hdlgen.quantizer.reduction;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.DecisionDiagram.Node;
import io.hdlgen.quantizer.network.DecisionDiagram.Successor;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A network over few bits as a decision diagram over those bits: the smallest that some orders of
 * the features give. Patterns that no thermometer has are left open. Whether it is smaller than the
 * network shows when both are mapped.
 */
public final class DiagramForm {
  /** The most bits of a network that gets one. */
  public static final int MOST_BITS = 10;

  private static final int ORDERS = 120;

  private final int[] codes;
  private final int[] firstValue;
  private final int[] classes;
  private final List<Node> built = new ArrayList<>();
  private final Map<List<Integer>, Successor> known = new HashMap<>();
  private final Map<Node, Successor> unique = new HashMap<>();
  private int[] order;

  private DiagramForm(int[] codes, int[] firstValue, int[] classes) {
    this.codes = codes;
    this.firstValue = firstValue;
    this.classes = classes;
  }

  /**
   * The same function as a diagram; empty if it has more than {@link #MOST_BITS} bits, a feature
   * that is neither a thermometer nor a bit, or no class.
   */
  public static Optional<IntegerNetwork> of(IntegerNetwork network) {
    boolean bits =
        network.classes() > 0
            && network.inputValues() <= MOST_BITS
            && network.inputs().stream()
                .allMatch(feature -> feature.valueRange().equals(new Interval(0, 1)));
    if (!bits) {
      return Optional.empty();
    }
    CodeSpace space = new CodeSpace(network.inputs());
    int[] classes = new ReferenceModel(network).classify(space.rows(0, space.size()), 1);
    DecisionDiagram best = null;
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < network.inputs().size(); i++) {
      order.add(i);
    }
    Random random = new Random(1);
    for (int round = 0; round < ORDERS; round++) {
      DecisionDiagram diagram = form(network, classes).diagram(order);
      if (best == null || diagram.nodes().size() < best.nodes().size()) {
        best = diagram;
      }
      Collections.shuffle(order, random);
    }
    return Optional.of(network(network, best));
  }

  private static DiagramForm form(IntegerNetwork network, int[] classes) {
    int[] codes = new int[network.inputs().size()];
    int[] first = new int[codes.length];
    int next = 0;
    for (int i = 0; i < codes.length; i++) {
      InputFeature feature = network.inputs().get(i);
      codes[i] = feature.values() + 1;
      first[i] = next;
      next += feature.values();
    }
    return new DiagramForm(codes, first, classes);
  }

  /** Every bit as it is, then the diagram. */
  private static IntegerNetwork network(IntegerNetwork old, DecisionDiagram diagram) {
    int bits = old.inputValues();
    long[][] weights = new long[bits][bits];
    long[][] thresholds = new long[bits][1];
    for (int i = 0; i < bits; i++) {
      weights[i][i] = 1;
      thresholds[i][0] = 1;
    }
    DenseLayer layer =
        new DenseLayer(
            "bits",
            LongMatrix.of(weights),
            LongVector.filled(bits, 0),
            new Activation.MultiThreshold(0, 1, LongMatrix.of(thresholds)));
    return new IntegerNetwork(old.name(), old.inputs(), List.of(layer), diagram, old.classNames());
  }

  private DecisionDiagram diagram(List<Integer> features) {
    order = features.stream().mapToInt(Integer::intValue).toArray();
    Successor root = build(0, table());
    return BitDecisions.forward(root, built);
  }

  /** The classes with the first feature of the order running slowest. */
  private int[] table() {
    int[] strides = new int[codes.length];
    int stride = 1;
    for (int i = 0; i < codes.length; i++) {
      strides[i] = stride;
      stride *= codes[i];
    }
    int[] table = new int[classes.length];
    for (int at = 0; at < table.length; at++) {
      int rest = at;
      int from = 0;
      for (int d = order.length - 1; d >= 0; d--) {
        from += rest % codes[order[d]] * strides[order[d]];
        rest /= codes[order[d]];
      }
      table[at] = classes[from];
    }
    return table;
  }

  private Successor build(int depth, int[] table) {
    if (Arrays.stream(table).allMatch(one -> one == table[0])) {
      return Successor.ofClass(table[0]);
    }
    List<Integer> key = new ArrayList<>(table.length + 1);
    key.add(depth);
    Arrays.stream(table).forEach(key::add);
    Successor found = known.get(key);
    if (found == null) {
      int feature = order[depth];
      int part = table.length / codes[feature];
      Successor[] at = new Successor[codes[feature]];
      for (int code = 0; code < at.length; code++) {
        at[code] = build(depth + 1, Arrays.copyOfRange(table, code * part, (code + 1) * part));
      }
      found = choose(feature, at, 0, at.length - 1);
      known.put(key, found);
    }
    return found;
  }

  /** Tells codes {@code low .. high} apart, with a node for each change between neighbours. */
  private Successor choose(int feature, Successor[] at, int low, int high) {
    List<Integer> changes = new ArrayList<>();
    for (int code = low + 1; code <= high; code++) {
      if (!at[code].equals(at[code - 1])) {
        changes.add(code);
      }
    }
    if (changes.isEmpty()) {
      return at[low];
    }
    int level = changes.get(changes.size() / 2);
    Successor zero = choose(feature, at, low, level - 1);
    Successor one = choose(feature, at, level, high);
    Node node = new Node(firstValue[feature] + level - 1, zero, one);
    return zero.equals(one)
        ? zero
        : unique.computeIfAbsent(
            node,
            add -> {
              built.add(add);
              return Successor.node(built.size() - 1);
            });
  }
}
