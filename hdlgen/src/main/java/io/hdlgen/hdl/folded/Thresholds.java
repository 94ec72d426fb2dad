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
 * @param rows ascending, one a neuron
 */
record Thresholds(List<List<BigInteger>> rows, BigInteger never) {

  static Thresholds of(LongMatrix thresholds, LayerNumbers numbers) {
    Range sum = numbers.sum();
    BigInteger never = sum.max().add(BigInteger.ONE);
    List<List<BigInteger>> rows = new ArrayList<>();
    for (int n = 0; n < thresholds.rows(); n++) {
      List<BigInteger> row = new ArrayList<>();
      for (int level = 0; level < thresholds.columns(); level++) {
        BigInteger distance =
            BigInteger.valueOf(thresholds.get(n, level)).subtract(numbers.constants().get(n));
        BigInteger[] quotient = distance.divideAndRemainder(numbers.factor());
        BigInteger reaching =
            quotient[1].signum() > 0 ? quotient[0].add(BigInteger.ONE) : quotient[0];
        row.add(reaching.max(sum.min()).min(never));
      }
      rows.add(row);
    }
    return new Thresholds(List.copyOf(rows), never);
  }

  int levels() {
    return rows.get(0).size();
  }

  /** One parameter a level. */
  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    for (int level = 0; level < levels(); level++) {
      int k = level;
      parameters.add(new Parameter("t" + k, rows.stream().map(row -> row.get(k)).toList(), never));
    }
    return parameters;
  }

  /** The threshold number {@code position}, from 1, of a neuron; beyond the last, never reached. */
  BigInteger at(int neuron, int position) {
    return neuron < rows.size() && position <= levels()
        ? rows.get(neuron).get(position - 1)
        : never;
  }
}
