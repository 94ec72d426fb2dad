package io.hdlgen.hdl.folding;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random small pipelines. */
final class RandomShapes {
  private final SplittableRandom random;

  RandomShapes(long seed) {
    random = new SplittableRandom(seed);
  }

  FoldedShape shape() {
    List<FoldedLayer> layers = new ArrayList<>();
    int inputs = random.nextInt(1, 14);
    int count = random.nextInt(1, 5);
    for (int l = 0; l < count; l++) {
      int outputs = random.nextInt(1, 14);
      int simd = random.nextInt(1, inputs + 1);
      while (l > 0 && !FoldedShape.divide(layers.get(l - 1).pe(), simd)) {
        simd = random.nextInt(1, inputs + 1);
      }
      int pe = random.nextInt(1, outputs + 1);
      layers.add(new FoldedLayer(inputs, outputs, new Folding(pe, simd)));
      inputs = outputs;
    }
    return new FoldedShape(layers);
  }

  List<Integer> delays(FoldedShape shape) {
    return shape.layers().stream().map(layer -> random.nextInt(1, 12)).toList();
  }

  QueueDepths depths(FoldedShape shape) {
    List<Integer> depths = new ArrayList<>();
    for (int l = 0; l < shape.layers().size(); l++) {
      int least = shape.leastDepth(l);
      depths.add(random.nextInt(least, least + 1 + random.nextInt(1, 2 * shape.words(l) + 2)));
    }
    return new QueueDepths(depths, random.nextInt(1, 4));
  }
}
