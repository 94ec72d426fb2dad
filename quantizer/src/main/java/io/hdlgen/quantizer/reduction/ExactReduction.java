package io.hdlgen.quantizer.reduction;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Arithmetic.Exact;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Leaves out of a network what no result depends on: features and levels that are never read,
 * neurons that are constant, equal to others or never read, and, where the codes of all features
 * are few, inputs and neurons that never change the class. The reduced network gives the same class
 * for all codes (of a network without classes, the same scores), so that accuracy needs no new
 * measurement. Its features may be fewer, and their thermometers shorter: features go by their
 * names. A network with a layer whose sums are not exact stays as it is.
 */
public final class ExactReduction {
  /** The most rows of codes that are gone through. */
  public static final long MOST_CODES = 1L << 20;

  private final List<String> removed = new ArrayList<>();

  /** By layer: the index that each neuron had at first. */
  private final List<List<Integer>> origins = new ArrayList<>();

  private IntegerNetwork network;

  private ExactReduction(IntegerNetwork network) {
    this.network = network;
    for (DenseLayer layer : network.layers()) {
      origins.add(new ArrayList<>(IntStream.range(0, layer.outputs()).boxed().toList()));
    }
  }

  /**
   * A reduced network.
   *
   * @param removed what is no longer there, and why, a line each, with the names and indices of the
   *     network before
   */
  public record Result(IntegerNetwork network, List<String> removed) {
    public Result {
      removed = List.copyOf(removed);
    }
  }

  /** As {@link #of(IntegerNetwork, long)} with {@link #MOST_CODES}. */
  public static Result of(IntegerNetwork network) {
    return of(network, MOST_CODES);
  }

  /**
   * Reduces a network.
   *
   * @param mostCodes rows of codes up to which all are gone through
   * @throws ArithmeticException if a bound of a range leaves the range of {@code long}
   */
  public static Result of(IntegerNetwork network, long mostCodes) {
    ExactReduction reduction = new ExactReduction(network);
    boolean exact =
        network.layers().stream().allMatch(layer -> layer.arithmetic() instanceof Exact);
    if (exact) {
      reduction.run(mostCodes);
    }
    return new Result(reduction.network, reduction.removed);
  }

  private void run(long mostCodes) {
    settle();
    CodeSpace space = new CodeSpace(network.inputs());
    if (space.size() <= mostCodes) {
      tryAll(new SameResults(network, space));
      settle();
    }
  }

  /** What ranges show, until nothing more goes. */
  private void settle() {
    IntegerNetwork before;
    do {
      before = network;
      foldConstants();
      readSingleLevels();
      mergeEqual();
      dropNeurons();
      dropInputs();
    } while (!before.equals(network));
  }

  private int last() {
    return network.layers().size() - 1;
  }

  private String name(int layer, int neuron) {
    return "neuron " + origins.get(layer).get(neuron) + " of layer " + layer;
  }

  private void foldConstants() {
    NetworkRanges ranges = NetworkRanges.of(network);
    for (int i = 0; i < ranges.inputs().size(); i++) {
      if (ranges.inputs().get(i).isSingle() && read(0, i)) {
        network = NetworkEdit.foldInput(network, 0, i, ranges.inputs().get(i).min());
      }
    }
    for (int l = 0; l <= last(); l++) {
      for (int n = 0; n < network.layers().get(l).outputs(); n++) {
        Interval value = ranges.values().get(l).get(n);
        if (value.isSingle() && readBehind(l, n)) {
          fix(l, n, value.min());
          removed.add(name(l, n) + ": always " + value.min());
        }
      }
    }
  }

  /** Takes a neuron for constant. */
  private void fix(int layer, int neuron, long value) {
    if (layer < last()) {
      network = NetworkEdit.foldInput(network, layer + 1, neuron, value);
    } else {
      replace(neuron, value == 0 ? BitDecisions.ZERO : BitDecisions.ONE);
    }
  }

  /** Puts another value, or a constant, in the place of a value that the decision reads. */
  private void replace(int neuron, int by) {
    int count = network.layers().get(last()).outputs();
    Decision.OnBits decision = (Decision.OnBits) network.decision();
    network =
        NetworkEdit.withDecision(
            network, BitDecisions.mapped(decision, count, count, k -> k == neuron ? by : k));
  }

  /** Whether a layer reads one of its inputs. */
  private boolean read(int layer, int input) {
    DenseLayer reader = network.layers().get(layer);
    return IntStream.range(0, reader.outputs()).anyMatch(n -> reader.weights().get(n, input) != 0);
  }

  /** Whether what follows a neuron reads it; scores are always read. */
  private boolean readBehind(int layer, int neuron) {
    if (layer < last()) {
      return read(layer + 1, neuron);
    }
    return network.decision() instanceof Decision.OnBits decision
        && BitDecisions.read(decision, network.layers().get(layer).outputs())[neuron];
  }

  /** Step neurons of the first layer that look at one thermometer alone look at one level of it. */
  private void readSingleLevels() {
    for (int n = 0; n < network.layers().get(0).outputs(); n++) {
      OptionalInt level = SingleLevel.of(network, n);
      if (level.isPresent()) {
        network = SingleLevel.read(network, n, level.getAsInt());
        removed.add(name(0, n) + " reads one level: thermometers have no other patterns");
      }
    }
  }

  private void mergeEqual() {
    for (int l = 0; l <= last(); l++) {
      DenseLayer layer = network.layers().get(l);
      for (int n = 1; n < layer.outputs(); n++) {
        for (int m = 0; m < n; m++) {
          if (equal(layer, m, n) && readBehind(l, n)) {
            if (l < last()) {
              network = NetworkEdit.mergeInput(network, l + 1, n, m);
            } else {
              replace(n, m);
            }
            removed.add(name(l, n) + ": equal to " + name(l, m));
          }
        }
      }
    }
  }

  private static boolean equal(DenseLayer layer, int m, int n) {
    return layer.weights().row(m).equals(layer.weights().row(n))
        && layer.biases().get(m) == layer.biases().get(n)
        && (!(layer.activation() instanceof Activation.MultiThreshold steps)
            || steps.thresholds().row(m).equals(steps.thresholds().row(n)));
  }

  private void dropNeurons() {
    for (int l = last(); l >= 0; l--) {
      boolean free = l < last() || network.decision() instanceof Decision.OnBits;
      for (int n = network.layers().get(l).outputs() - 1; free && n >= 0; n--) {
        if (network.layers().get(l).outputs() > 1 && !readBehind(l, n)) {
          String name = name(l, n);
          if (removed.stream().noneMatch(line -> line.startsWith(name + ":"))) {
            removed.add(name + ": never read");
          }
          network = NetworkEdit.dropNeuron(network, l, n);
          origins.get(l).remove(n);
        }
      }
    }
  }

  private void dropInputs() {
    boolean[] read = new boolean[network.inputValues()];
    for (int i = 0; i < read.length; i++) {
      read[i] = read(0, i);
    }
    if (IntStream.range(0, read.length).noneMatch(i -> read[i])) {
      read[0] = true; // A network has at least one input.
    }
    if (IntStream.range(0, read.length).anyMatch(i -> !read[i])) {
      network = NetworkEdit.dropInputs(network, read, removed);
    }
  }

  /** Inputs first, whose converters cost most, then neurons from the front. */
  private void tryAll(SameResults same) {
    NetworkRanges ranges = NetworkRanges.of(network);
    List<String> names = inputNames();
    for (int i = 0; i < ranges.inputs().size(); i++) {
      int input = i;
      for (long end : ends(ranges.inputs().get(i))) {
        if (read(0, i)) {
          attempt(
              same,
              () -> NetworkEdit.foldInput(network, 0, input, end),
              names.get(i) + ": never changes the class");
        }
      }
    }
    neighbours(same, names);
    for (int l = 0; l <= last(); l++) {
      for (int n = 0; n < network.layers().get(l).outputs(); n++) {
        boolean free = l < last() || network.decision() instanceof Decision.OnBits;
        for (long end : ends(ranges.values().get(l).get(n))) {
          if (free && readBehind(l, n)) {
            IntegerNetwork before = network;
            fix(l, n, end);
            IntegerNetwork fixed = network;
            network = before;
            attempt(same, () -> fixed, name(l, n) + ": never changes the class");
          }
        }
      }
    }
  }

  /** Levels beside each other of which one will do. */
  private void neighbours(SameResults same, List<String> names) {
    int first = 0;
    for (InputFeature feature : network.inputs()) {
      for (int j = 0; j + 1 < feature.values(); j++) {
        int low = first + j;
        for (int[] pair : new int[][] {{low, low + 1}, {low + 1, low}}) {
          if (read(0, pair[0])) {
            attempt(
                same,
                () -> NetworkEdit.mergeInput(network, 0, pair[0], pair[1]),
                names.get(pair[0]) + ": the next level will do in its place");
          }
        }
      }
      first += feature.values();
    }
  }

  private static long[] ends(Interval range) {
    return range.isSingle() ? new long[] {range.min()} : new long[] {range.min(), range.max()};
  }

  private void attempt(SameResults same, Supplier<IntegerNetwork> edit, String line) {
    try {
      IntegerNetwork edited = edit.get();
      if (same.as(edited)) {
        network = edited;
        removed.add(line);
      }
    } catch (ArithmeticException beyondLong) {
      // A sum of weights that does not fit: all stays as it is.
    }
  }

  private List<String> inputNames() {
    List<String> names = new ArrayList<>();
    for (InputFeature feature : network.inputs()) {
      if (feature.encoding() == Encoding.THERMOMETER) {
        Arrays.stream(feature.levels().toArray())
            .forEach(
                level ->
                    names.add(
                        String.format(
                            Locale.ROOT, "level %d of feature %s", level, feature.name())));
      } else {
        names.add("feature " + feature.name());
      }
    }
    return names;
  }
}
