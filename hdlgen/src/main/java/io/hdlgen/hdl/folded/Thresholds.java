package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.LongMatrix;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Thresholds of a layer's sums: the k-th is the lowest sum at which the accumulator reaches the
 * k-th threshold; where no sum does, or all do, one beyond the sums, or the least of them.
 *
 * @param levels ascending, each for all neurons
 * @param field holds all thresholds
 */
record Thresholds(List<NeuronNumbers> levels, BigInteger never, Range field) {

  static Thresholds of(LongMatrix thresholds, LayerNumbers numbers) {
    Range sum = numbers.sum();
    BigInteger never = sum.max().add(BigInteger.ONE);
    Range range = new Range(sum.min(), never);
    List<NeuronNumbers> levels = new ArrayList<>();
    for (int level = 0; level < thresholds.columns(); level++) {
      List<BigInteger> all = new ArrayList<>();
      for (int n = 0; n < thresholds.rows(); n++) {
        BigInteger distance =
            BigInteger.valueOf(thresholds.get(n, level))
                .subtract(numbers.constants().values().get(n));
        BigInteger[] quotient = distance.divideAndRemainder(numbers.factor());
        BigInteger reaching =
            quotient[1].signum() > 0 ? quotient[0].add(BigInteger.ONE) : quotient[0];
        all.add(reaching.max(sum.min()).min(never));
      }
      levels.add(numbers.neurons(all, range));
    }
    boolean known = numbers.constants().declared().isEmpty();
    return new Thresholds(List.copyOf(levels), never, known ? range : NeuronNumbers.field(range));
  }

  /** Thresholds of a neuron. */
  int count() {
    return levels.size();
  }

  /** One parameter a level. */
  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    for (int k = 0; k < levels.size(); k++) {
      parameters.add(new Parameter("t" + k, levels.get(k), never));
    }
    return parameters;
  }

  /** The threshold number {@code position}, from 1, of a neuron; beyond the last, never reached. */
  BigInteger at(int neuron, int position) {
    if (position > levels.size()) {
      return never;
    }
    List<BigInteger> values = levels.get(position - 1).values();
    return neuron < values.size() ? values.get(neuron) : never;
  }
}
