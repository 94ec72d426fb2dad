package io.hdlgen.benchmarks.explore;

import io.hdlgen.explore.logic.CircuitBuilder;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.search.Material;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The circuit of a network of step neurons with weights -1 and 1 of all features, and a decision:
 * the class that most rows have for what the neurons say. A neuron counts levels, as full adders
 * add them, and compares with its median.
 */
final class StepNeurons {
  private final Material material;
  private final CircuitBuilder builder;

  StepNeurons(Material material, CircuitBuilder builder) {
    this.material = material;
    this.builder = builder;
  }

  /** The circuit of some neurons, of random weights. */
  LogicCircuit circuit(int neurons, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Integer> signals = new ArrayList<>();
    int[] pattern = new int[material.bits().rows()];
    for (int n = 0; n < neurons; n++) {
      int[] signs =
          random.ints(material.levels().features(), 0, 2).map(bit -> 2 * bit - 1).toArray();
      int[] sums = sums(signs);
      int threshold = Arrays.stream(sums).sorted().toArray()[sums.length / 2];
      for (int r = 0; r < sums.length; r++) {
        pattern[r] |= sums[r] >= threshold ? 1 << n : 0;
      }
      signals.add(neuron(signs, threshold));
    }
    int[] classes = decision(1 << neurons, pattern);
    List<Integer> outputs = new ArrayList<>();
    for (int bit = 0; bit < LabelledBits.codeBits(material.bits().classes()); bit++) {
      outputs.add(lookup(signals, classes, bit, neurons, 0));
    }
    return builder.build(outputs);
  }

  /** For each row the number of levels that speak for the neuron. */
  private int[] sums(int[] signs) {
    int[] sums = new int[material.bits().rows()];
    for (int r = 0; r < sums.length; r++) {
      for (int f = 0; f < signs.length; f++) {
        int code = material.table().code(r, f);
        sums[r] += signs[f] > 0 ? code : material.levels().levels() - code;
      }
    }
    return sums;
  }

  private int neuron(int[] signs, int threshold) {
    InputLevels levels = material.levels();
    List<ArrayDeque<Integer>> columns = new ArrayList<>(List.of(new ArrayDeque<>()));
    for (int f = 0; f < signs.length; f++) {
      for (int level = 1; level <= levels.levels(); level++) {
        int input = levels.input(f, level);
        columns.get(0).add(signs[f] > 0 ? input : builder.not(input));
      }
    }
    List<Integer> sum = new ArrayList<>();
    for (int bit = 0; bit < columns.size(); bit++) {
      ArrayDeque<Integer> column = columns.get(bit);
      while (column.size() > 1) {
        if (bit + 1 == columns.size()) {
          columns.add(new ArrayDeque<>());
        }
        int carryIn = column.size() > 2 ? column.poll() : builder.constant(false);
        addFull(column, columns.get(bit + 1), carryIn);
      }
      sum.add(column.poll());
    }
    return atLeast(sum, threshold);
  }

  private void addFull(ArrayDeque<Integer> column, ArrayDeque<Integer> carries, int c) {
    int a = column.poll();
    int b = column.poll();
    int half = xor(a, b);
    column.add(xor(half, c));
    carries.add(builder.or(builder.and(a, b), builder.and(half, c)));
  }

  private int xor(int a, int b) {
    return builder.mux(a, b, builder.not(b));
  }

  /** Whether a number is at least a threshold: whether it is greater than that less 1. */
  private int atLeast(List<Integer> sum, int threshold) {
    int result = builder.constant(true);
    for (int bit = 0; bit < sum.size(); bit++) {
      result =
          (threshold >> bit & 1) != 0
              ? builder.and(sum.get(bit), result)
              : builder.or(sum.get(bit), result);
    }
    return result;
  }

  private int[] decision(int patterns, int[] pattern) {
    int[] labels = material.bits().labels();
    int[][] counts = new int[patterns][material.bits().classes()];
    for (int r = 0; r < pattern.length; r++) {
      counts[pattern[r]][labels[r]]++;
    }
    return Arrays.stream(counts).mapToInt(StepNeurons::greatest).toArray();
  }

  private static int greatest(int[] counts) {
    int best = 0;
    for (int k = 1; k < counts.length; k++) {
      best = counts[k] > counts[best] ? k : best;
    }
    return best;
  }

  private int lookup(List<Integer> neurons, int[] classes, int bit, int left, int pattern) {
    if (left == 0) {
      return builder.constant((classes[pattern] >> bit & 1) != 0);
    }
    int zero = lookup(neurons, classes, bit, left - 1, pattern);
    int one = lookup(neurons, classes, bit, left - 1, pattern | 1 << (left - 1));
    return builder.mux(neurons.get(left - 1), zero, one);
  }
}
