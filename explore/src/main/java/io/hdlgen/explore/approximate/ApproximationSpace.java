package io.hdlgen.explore.approximate;

import io.hdlgen.explore.approximate.Genes.Kind;
import io.hdlgen.quantizer.approximate.AxSum;
import io.hdlgen.quantizer.approximate.CoarseArgMax;
import io.hdlgen.quantizer.approximate.CoarserFeatures;
import io.hdlgen.quantizer.approximate.CoarserThresholds;
import io.hdlgen.quantizer.approximate.OnesComplement;
import io.hdlgen.quantizer.approximate.RoundedWeights;
import io.hdlgen.quantizer.approximate.ShiftReluWidth;
import io.hdlgen.quantizer.approximate.TruncatedColumns;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All approximations of a network, as points with coordinates from 0 to 1; the origin is the
 * network itself.
 */
final class ApproximationSpace {
  private static final int MOST_DIGITS = 3;
  private static final long MOST_ROUNDED = 128;

  private final IntegerNetwork network;
  private final NetworkRanges ranges;
  private final List<Genes.Slot> slots;

  ApproximationSpace(IntegerNetwork network) {
    this.network = network;
    this.ranges = NetworkRanges.of(network);
    Genes genes = Genes.none();
    read(genes);
    this.slots = List.copyOf(genes.slots());
  }

  /**
   * An approximate network.
   *
   * @param corrections a layer each: the step in which its biases may be corrected; empty: not at
   *     all
   */
  record Draft(IntegerNetwork network, List<Optional<Long>> corrections) {}

  /** What the coordinates are. */
  List<Genes.Slot> slots() {
    return slots;
  }

  /**
   * The approximation at a point.
   *
   * @throws ArithmeticException if a number leaves the range of {@code long}
   */
  Draft at(double[] point) {
    return read(Genes.of(point));
  }

  private Draft read(Genes genes) {
    IntegerNetwork edited = features(genes, digits(genes));
    int last = network.layers().size() - 1;
    for (int l = 0; l <= last; l++) {
      if (l < last || network.decision() instanceof Decision.OnScores) {
        edited = width(genes, edited, l);
      }
    }
    List<Optional<Long>> corrections = new ArrayList<>();
    for (int l = 0; l <= last; l++) {
      edited = sums(genes, edited, l, corrections);
    }
    return new Draft(decision(genes, edited), corrections);
  }

  private IntegerNetwork digits(Genes genes) {
    IntegerNetwork edited = network;
    for (int l = 0; l < network.layers().size(); l++) {
      DenseLayer layer = network.layers().get(l);
      if (grouped(layer) || greatest(layer) > MOST_ROUNDED) {
        continue;
      }
      int level = genes.level(Kind.DIGITS, MOST_DIGITS + 1);
      if (level > 0) {
        WeightFormat format = new WeightFormat.SignedDigits(MOST_DIGITS + 1 - level);
        edited = with(edited, l, new RoundedWeights(format).apply(layer, List.of()));
      }
    }
    return edited;
  }

  private static boolean grouped(DenseLayer layer) {
    return layer.arithmetic() instanceof Arithmetic.SaturatedGroups;
  }

  private static long greatest(DenseLayer layer) {
    return IntStream.range(0, layer.outputs())
        .mapToObj(layer.weights()::row)
        .flatMapToLong(row -> Arrays.stream(row.toArray()))
        .map(Math::absExact)
        .max()
        .orElseThrow();
  }

  private IntegerNetwork features(Genes genes, IntegerNetwork edited) {
    if (network.hasThermometers() || grouped(network.layers().get(0))) {
      return edited;
    }
    long[] lost =
        network.inputs().stream()
            .mapToLong(feature -> genes.level(Kind.FEATURE, CoarserFeatures.most(feature) + 1))
            .toArray();
    return Arrays.stream(lost).allMatch(bits -> bits == 0)
        ? edited
        : new CoarserFeatures(LongVector.of(lost)).apply(edited);
  }

  private IntegerNetwork width(Genes genes, IntegerNetwork edited, int l) {
    DenseLayer layer = network.layers().get(l);
    boolean nextGrouped = l + 1 < network.layers().size() && grouped(network.layers().get(l + 1));
    if (layer.activation() instanceof Activation.ShiftRelu relu && !nextGrouped) {
      int lost = genes.level(Kind.WIDTH, relu.bits());
      return lost == 0 ? edited : new ShiftReluWidth(relu.bits() - lost).apply(edited, l);
    }
    if (CoarserThresholds.most(layer) > 0) {
      int lost = genes.level(Kind.WIDTH, CoarserThresholds.most(layer) + 1);
      return with(edited, l, new CoarserThresholds(lost).apply(edited.layers().get(l), List.of()));
    }
    return edited;
  }

  private IntegerNetwork sums(
      Genes genes, IntegerNetwork before, int l, List<Optional<Long>> corrections) {
    DenseLayer layer = network.layers().get(l);
    List<Interval> inputs = l == 0 ? ranges.inputs() : ranges.values().get(l - 1);
    if (grouped(layer)) {
      corrections.add(Optional.empty());
      return before;
    }
    DenseLayer edited = before.layers().get(l);
    int widest = SummandGenes.widest(layer, inputs);
    int columns = genes.level(Kind.COLUMNS, widest);
    if (columns > 0) {
      edited = new TruncatedColumns(columns).apply(edited, List.of());
    }
    int cut = genes.level(Kind.PRODUCT, widest);
    if (cut > 0) {
      NetworkRanges now = NetworkRanges.of(before);
      edited =
          new AxSum(widest - cut).apply(edited, l == 0 ? now.inputs() : now.values().get(l - 1));
    }
    edited = SummandGenes.apply(genes, layer, inputs, edited);
    if (genes.flag(Kind.COMPLEMENT)) {
      edited = new OnesComplement().apply(edited, List.of());
    }
    boolean corrected = !genes.flag(Kind.UNCORRECTED);
    corrections.add(corrected ? Optional.of(1L << columns) : Optional.empty());
    return with(before, l, edited);
  }

  private IntegerNetwork decision(Genes genes, IntegerNetwork edited) {
    if (!(edited.decision() instanceof Decision.ArgMax argMax)
        || argMax.classes() < 2
        || !argMax.tournament().isEmpty()) {
      return edited;
    }
    int classes = argMax.classes();
    int[] keys = new int[classes];
    Arrays.setAll(keys, k -> genes.level(Kind.ORDER, classes));
    int widest = ranges.scores().stream().mapToInt(Interval::width).max().orElseThrow();
    long[] masks = new long[classes - 1];
    Arrays.setAll(masks, m -> -1L << genes.level(Kind.COMPARATOR, widest));
    List<Integer> order =
        IntStream.range(0, classes).boxed().sorted(Comparator.comparingInt(k -> keys[k])).toList();
    boolean exact =
        Arrays.stream(masks).allMatch(mask -> mask == -1)
            && order.equals(IntStream.range(0, classes).boxed().toList());
    return exact
        ? edited
        : new IntegerNetwork(
            edited.name(),
            edited.inputs(),
            edited.layers(),
            new CoarseArgMax(order, LongVector.of(masks)).apply(argMax),
            edited.classNames());
  }

  /** With another layer. */
  static IntegerNetwork with(IntegerNetwork network, int index, DenseLayer layer) {
    List<DenseLayer> layers = new ArrayList<>(network.layers());
    layers.set(index, layer);
    return new IntegerNetwork(
        network.name(), network.inputs(), layers, network.decision(), network.classNames());
  }
}
