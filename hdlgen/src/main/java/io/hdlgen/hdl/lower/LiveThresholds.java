package io.hdlgen.hdl.lower;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The thresholds of a neuron that some sums reach and others do not.
 *
 * @param first the value below all of them
 * @param thresholds of the form's sum, ascending
 */
record LiveThresholds(BigInteger first, List<BigInteger> thresholds) {

  static LiveThresholds of(Activation.MultiThreshold activation, int neuron, LinearForm form) {
    LongVector row = activation.thresholds().row(neuron);
    BigInteger first = BigInteger.valueOf(activation.first());
    List<BigInteger> thresholds = new ArrayList<>();
    for (int level = 0; level < row.size(); level++) {
      BigInteger reaching = form.sumReaching(BigInteger.valueOf(row.get(level)));
      if (reaching.compareTo(form.sum().min()) <= 0) {
        first = first.add(BigInteger.valueOf(activation.step()));
      } else if (reaching.compareTo(form.sum().max()) <= 0) {
        thresholds.add(reaching);
      }
    }
    return new LiveThresholds(first, List.copyOf(thresholds));
  }
}
