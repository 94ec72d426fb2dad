package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Match;
import io.hdlgen.quantizer.network.NetworkRanges;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small random networks of every kind, and codes for them, from a seed. */
public final class RandomNetworks {
  private final Random random;
  private boolean approximate;

  public RandomNetworks(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A network of 1 to 4 layers of 1 to 12 neurons, now and then with large numbers, but never with
   * sums that may leave the range of {@code long}.
   */
  public IntegerNetwork next() {
    while (true) {
      try {
        IntegerNetwork network = any();
        NetworkRanges.of(network);
        return network;
      } catch (ArithmeticException beyondLong) {
        // Draw again.
      }
    }
  }

  /** As {@link #next}, with approximate layers and decisions of every kind among exact ones. */
  public IntegerNetwork nextApproximate() {
    approximate = true;
    IntegerNetwork network = next();
    approximate = false;
    return network;
  }

  private IntegerNetwork any() {
    int magnitude = random.nextInt(6) == 0 ? 1 << 18 : 1 << random.nextInt(8);
    List<InputFeature> inputs = new ArrayList<>();
    for (int i = 0, features = 1 + few(9, 6); i < features; i++) {
      inputs.add(feature("x" + i));
    }
    List<DenseLayer> layers = new ArrayList<>();
    List<Interval> ranges = inputs.stream().map(InputFeature::range).toList();
    int width = inputs.size();
    for (int l = 0, count = 1 + random.nextInt(4); l < count; l++) {
      int outputs = 1 + few(12, 6);
      DenseLayer layer = layer("layer" + l, ranges, outputs, magnitude);
      layers.add(layer);
      ranges = values(layer, ranges);
      width = outputs;
    }
    Decision decision = decision(width, magnitude);
    List<String> names = new ArrayList<>();
    for (int k = 0; k < decision.onScores().classes(); k++) {
      names.add("class " + k);
    }
    return new IntegerNetwork("random", inputs, layers, decision, names);
  }

  /** Codes for a network, {@code [rows][features]}; many of them at the ends of their ranges. */
  public long[][] codes(IntegerNetwork network, int rows) {
    long[][] codes = new long[rows][network.inputs().size()];
    for (long[] row : codes) {
      for (int i = 0; i < row.length; i++) {
        row[i] = code(network.inputs().get(i));
      }
    }
    return codes;
  }

  private long code(InputFeature feature) {
    int kind = random.nextInt(4);
    Interval range = feature.range();
    if (feature.encoding() == Encoding.BIPOLAR || kind == 0) {
      return random.nextBoolean() ? range.min() : range.max();
    }
    return random.nextLong(range.min(), range.max() + 1);
  }

  private InputFeature feature(String name) {
    Encoding encoding = Encoding.values()[random.nextInt(3)];
    Rounding rounding = Rounding.values()[random.nextInt(Rounding.values().length)];
    double scale = Math.scalb(random.nextGaussian() + 1e-3, random.nextInt(30) - 15);
    double offset = random.nextBoolean() ? 0 : random.nextGaussian();
    int bits = encoding == Encoding.BIPOLAR ? 1 : 1 + random.nextInt(8);
    if (encoding == Encoding.SIGNED && bits > 1 && random.nextBoolean()) {
      long max = (1L << (bits - 1)) - 1;
      return new InputFeature(name, bits, encoding, -max, max, scale, offset, rounding);
    }
    return InputFeature.filling(name, bits, encoding, scale, offset, rounding);
  }

  private DenseLayer layer(String name, List<Interval> inputs, int outputs, int magnitude) {
    long[][] weights = new long[outputs][inputs.size()];
    for (long[] row : weights) {
      if (random.nextInt(8) > 0) {
        Arrays.setAll(row, i -> number(magnitude));
      }
    }
    long[] biases = new long[outputs];
    Arrays.setAll(biases, n -> number(4 * magnitude));
    Arithmetic arithmetic = approximate ? arithmetic(weights) : Arithmetic.EXACT;
    DenseLayer sums =
        new DenseLayer(
            name,
            LongMatrix.of(weights),
            LongVector.of(biases),
            new Activation.Identity(),
            arithmetic);
    return sums.withActivation(activation(NetworkRanges.accumulators(sums, inputs), magnitude));
  }

  /** Weights that are to be in groups become -1, 0 or 1. */
  private Arithmetic arithmetic(long[][] weights) {
    int kind = random.nextInt(4);
    if (kind == 0) {
      return Arithmetic.EXACT;
    }
    if (kind == 1) {
      return new Arithmetic.SaturatedGroups(Arrays.stream(weights).map(this::groups).toList());
    }
    long[][] masks = new long[weights.length][weights[0].length];
    for (long[] row : masks) {
      Arrays.setAll(row, i -> mask());
    }
    return new Arithmetic.MaskedSummands(LongMatrix.of(masks), random.nextBoolean());
  }

  private List<Arithmetic.Group> groups(long[] row) {
    List<Arithmetic.Group> groups = new ArrayList<>();
    for (long sign : new long[] {1, -1}) {
      List<Integer> members = new ArrayList<>();
      for (int i = 0; i < row.length; i++) {
        if (Long.signum(row[i]) == sign && random.nextInt(5) > 0) {
          row[i] = sign;
          members.add(i);
        }
      }
      Collections.shuffle(members, random);
      int first = 0;
      while (first < members.size()) {
        int last = Math.min(members.size(), first + 1 + random.nextInt(4));
        groups.add(new Arithmetic.Group(members.subList(first, last), 1L << random.nextInt(4)));
        first = last;
      }
    }
    return groups;
  }

  private long mask() {
    long bits = random.nextInt(1 << 12);
    return switch (random.nextInt(9)) {
      case 0 -> -1;
      case 1 -> 0;
      case 2 -> -(1L << random.nextInt(5));
      case 3 -> (1L << random.nextInt(10)) - 1;
      case 4 -> bits;
      case 5, 6 -> -2;
      default -> ~(bits & random.nextInt(1 << 12));
    };
  }

  private List<Match> tournament(int scores) {
    List<Integer> players = new ArrayList<>();
    for (int k = 0; k < scores; k++) {
      players.add(k);
    }
    List<Match> matches = new ArrayList<>();
    while (players.size() > 1) {
      int left = players.remove(random.nextInt(players.size()));
      int right = players.remove(random.nextInt(players.size()));
      players.add(scores + matches.size());
      matches.add(
          new Match(left, right, random.nextInt(4) > 0 ? -2L << random.nextInt(3) : mask()));
    }
    return matches;
  }

  private static List<Interval> values(DenseLayer layer, List<Interval> inputs) {
    List<Interval> sums = NetworkRanges.accumulators(layer, inputs);
    List<Interval> values = new ArrayList<>();
    for (int n = 0; n < sums.size(); n++) {
      values.add(NetworkRanges.value(layer.activation(), n, sums.get(n)));
    }
    return values;
  }

  private Activation activation(List<Interval> sums, int magnitude) {
    return switch (random.nextInt(4)) {
      case 0 -> new Activation.Identity();
      case 1 -> shiftRelu(sums);
      case 2 -> new Activation.MultiThreshold(-1, 2, thresholds(sums, 1, magnitude));
      default ->
          new Activation.MultiThreshold(
              number(8), 1 + random.nextInt(3), thresholds(sums, few(50, 6), 20 * magnitude));
    };
  }

  /** Mostly one that neither drops all bits nor saturates at once. */
  private Activation shiftRelu(List<Interval> sums) {
    int bits = 1 + random.nextInt(8);
    int width = sums.stream().mapToInt(Interval::width).max().orElseThrow();
    int drop = random.nextInt(4) == 0 ? random.nextInt(8) : Math.max(0, width - bits - 2);
    return new Activation.ShiftRelu(Math.min(drop, 62), bits);
  }

  /** Most of them in the middle of what the neuron's accumulator can be. */
  private LongMatrix thresholds(List<Interval> sums, int levels, int magnitude) {
    List<LongVector> rows = new ArrayList<>();
    for (Interval sum : sums) {
      boolean anywhere = random.nextInt(5) == 0;
      long[] row = new long[levels];
      Arrays.setAll(
          row,
          t -> random.nextInt(20) == 0 ? extreme() : anywhere ? number(magnitude) : middle(sum));
      Arrays.sort(row);
      rows.add(LongVector.of(row));
    }
    return LongMatrix.ofRows(rows, levels);
  }

  private long middle(Interval sum) {
    long quarter = sum.max() / 4 - sum.min() / 4;
    long low = sum.min() + quarter;
    return random.nextLong(low, Math.max(low, sum.max() - quarter) + 1);
  }

  /** Less than {@code most}, but mostly less than {@code usual}: small designs build quickly. */
  private int few(int most, int usual) {
    return random.nextInt(random.nextInt(4) == 0 ? most : usual);
  }

  private long extreme() {
    return random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE;
  }

  private Decision decision(int width, int magnitude) {
    long[] multipliers = new long[width];
    long[] offsets = new long[width];
    boolean plain = random.nextBoolean();
    Arrays.setAll(multipliers, k -> plain ? 1 : 1 + random.nextInt(magnitude));
    Arrays.setAll(offsets, k -> plain ? 0 : number(magnitude));
    LongVector m = LongVector.of(multipliers);
    LongVector c = LongVector.of(offsets);
    if (width == 1 && random.nextBoolean()) {
      return new Decision.Threshold(m, c, number(magnitude));
    }
    if (random.nextInt(4) == 0) {
      return new Decision.Scores(m, c);
    }
    boolean exact = !approximate || random.nextInt(3) == 0;
    return new Decision.ArgMax(m, c, exact ? List.of() : tournament(width));
  }

  private long number(int magnitude) {
    return random.nextInt(2 * magnitude + 1) - magnitude;
  }
}
