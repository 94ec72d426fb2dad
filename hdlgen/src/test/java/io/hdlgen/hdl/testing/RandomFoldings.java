package io.hdlgen.hdl.testing;

import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Foldings that fit a network, from nothing in parallel to all. */
public final class RandomFoldings {
  private RandomFoldings() {}

  public static List<Folding> of(IntegerNetwork network, Random random) {
    List<Folding> foldings = new ArrayList<>();
    int before = 0;
    for (int l = 0; l < network.layers().size(); l++) {
      int inputs = network.layers().get(l).inputs();
      int outputs = network.layers().get(l).outputs();
      int simd = 1 + random.nextInt(inputs);
      while (before > 0 && Math.max(before, simd) % Math.min(before, simd) != 0) {
        simd = 1 + random.nextInt(inputs);
      }
      before = 1 + random.nextInt(outputs);
      foldings.add(new Folding(before, simd));
    }
    return foldings;
  }
}
