package io.hdlgen.flow;

import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.check.Vectors;
import java.util.List;
import java.util.Random;

/** What a design is checked with. */
final class Stimulus {
  private Stimulus() {}

  /**
   * {@code count} rows of codes: those of {@code samples} first, then every feature at its lowest,
   * every feature at its highest, and random ones.
   */
  static long[][] codes(IntegerNetwork network, long[][] samples, int count, long seed) {
    List<InputFeature> features = network.inputs();
    // java.util.Random gives the same numbers on every Java platform.
    Random random = new Random(seed);
    long[][] codes = new long[count][];
    for (int r = 0; r < count; r++) {
      int beyond = r - samples.length;
      codes[r] =
          beyond < 0
              ? samples[r]
              : features.stream().mapToLong(feature -> code(feature, beyond, random)).toArray();
    }
    return codes;
  }

  private static long code(InputFeature feature, int number, Random random) {
    if (number == 0) {
      return feature.range().min();
    }
    if (number == 1) {
      return feature.range().max();
    }
    if (feature.encoding() == Encoding.BIPOLAR) {
      return random.nextBoolean() ? 1 : -1;
    }
    Interval codes = feature.range();
    return codes.min() + Math.floorMod(random.nextLong(), codes.max() - codes.min() + 1);
  }

  /** The codes with what the reference makes of them. */
  static Vectors vectors(
      ReferenceModel reference, Signature signature, long[][] codes, int threads) {
    ReferenceModel.Results results = reference.results(codes, threads);
    return new Vectors(signature, codes, results.classes(), results.scores());
  }
}
