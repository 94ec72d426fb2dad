package io.hdlgen.quantizer.ptq;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.calibration.Levels;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.network.Activation.MultiThreshold;
import io.hdlgen.quantizer.network.ActivationFunction;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuantizedNeuronTest {

  @ParameterizedTest
  @EnumSource(FloatActivation.class)
  void thresholdsGiveTheRealValuedCodeAtEveryAccumulator(FloatActivation activation) {
    Random random = new Random(7);
    for (int trial = 0; trial < 300; trial++) {
      QuantizedNeuron neuron = random(random, activation);
      Interval range = new Interval(-random.nextInt(300), random.nextInt(300));
      long[] thresholds = neuron.thresholds(range);
      ValueCodes codes = neuron.codes();
      MultiThreshold exact =
          new MultiThreshold(codes.first(), codes.step(), LongMatrix.of(new long[][] {thresholds}));

      for (long threshold : thresholds) {
        assertThat(threshold).isBetween(range.min(), range.max() + 1);
      }
      for (long sum = range.min(); sum <= range.max(); sum++) {
        assertThat(ActivationFunction.apply(exact, 0, sum))
            .as("%s at %d", neuron, sum)
            .isEqualTo(straightforward(neuron, sum));
      }
    }
  }

  /** By counting levels, without any search. */
  private static long straightforward(QuantizedNeuron neuron, long sum) {
    double value = neuron.activation().apply(neuron.scale() * sum + neuron.bias());
    int reached = 0;
    for (int k = 0; k < neuron.levels().count(); k++) {
      double threshold = neuron.levels().base() + (k + 0.5) * neuron.levels().spacing();
      reached += value >= threshold ? 1 : 0;
    }
    return neuron.codes().first() + (long) neuron.codes().step() * reached;
  }

  private static QuantizedNeuron random(Random random, FloatActivation activation) {
    ValueCodes codes = ValueCodes.of(activation, 1 + random.nextInt(8));
    // Round numbers now and then, so that values lie on thresholds exactly.
    boolean round = random.nextBoolean();
    double scale = round ? random.nextInt(3) / 4.0 : random.nextDouble() / 50;
    double bias = round ? random.nextInt(5) / 8.0 : random.nextGaussian();
    double spacing = round ? 0.25 : random.nextDouble() / codes.count() + 1e-3;
    Levels levels = new Levels(round ? -0.125 : random.nextGaussian() / 4, spacing, codes.count());
    return new QuantizedNeuron(new int[] {1}, scale, bias, activation, levels, codes);
  }
}
