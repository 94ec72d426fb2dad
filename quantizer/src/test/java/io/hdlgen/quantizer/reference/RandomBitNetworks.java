package io.hdlgen.quantizer.reference;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.DecisionDiagram.Node;
import io.hdlgen.quantizer.network.DecisionDiagram.Successor;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small random networks of step neurons: thermometer features, decisions on bits, from a seed. */
public final class RandomBitNetworks {
  private static final int CLASSES = 5;

  private final Random random;

  public RandomBitNetworks(long seed) {
    this.random = new Random(seed);
  }

  /** A network of 1 to 4 features and 1 or 2 layers of 1 to 6 step neurons. */
  public IntegerNetwork next() {
    List<InputFeature> inputs = new ArrayList<>();
    for (int i = 0, count = 1 + random.nextInt(4); i < count; i++) {
      inputs.add(random.nextInt(4) > 0 ? thermometer("t" + i) : grid("u" + i));
    }
    int width = inputs.stream().mapToInt(InputFeature::values).sum();
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 0, count = 1 + random.nextInt(2); l < count; l++) {
      DenseLayer layer = steps("layer" + l, width);
      layers.add(layer);
      width = layer.outputs();
    }
    List<String> names = IntStream.range(0, CLASSES).mapToObj(k -> "class " + k).toList();
    Decision decision = random.nextBoolean() ? table(width) : diagram(width);
    return new IntegerNetwork("bits", inputs, layers, decision, names);
  }

  private InputFeature grid(String name) {
    int bits = 1 + random.nextInt(4);
    return InputFeature.filling(
        name, bits, Encoding.UNSIGNED, 0.25 + random.nextDouble(), -1, Rounding.HALF_EVEN);
  }

  private InputFeature thermometer(String name) {
    InputFeature grid = grid(name);
    long[] levels =
        IntStream.rangeClosed(1, (1 << grid.bits()) - 1)
            .filter(level -> random.nextInt(3) > 0)
            .asLongStream()
            .toArray();
    return InputFeature.thermometer(
        grid, levels.length == 0 ? LongVector.of(1) : LongVector.of(levels));
  }

  private DenseLayer steps(String name, int width) {
    int outputs = 1 + random.nextInt(6);
    long[][] weights = new long[outputs][width];
    long[][] thresholds = new long[outputs][1];
    long[] biases = new long[outputs];
    for (int n = 0; n < outputs; n++) {
      int kind = random.nextInt(3);
      if (kind == 0) {
        weights[n][random.nextInt(width)] = 1;
        thresholds[n][0] = 1;
      } else {
        int most = kind == 1 ? 1 : 3;
        Arrays.setAll(weights[n], i -> random.nextInt(2 * most + 1) - most);
        thresholds[n][0] = random.nextInt(5) - 1;
        biases[n] = random.nextInt(3) - 1;
      }
    }
    return new DenseLayer(
        name,
        LongMatrix.of(weights),
        LongVector.of(biases),
        new Activation.MultiThreshold(0, 1, LongMatrix.of(thresholds)));
  }

  private Decision table(int values) {
    long[] classes = new long[1 << values];
    Arrays.setAll(classes, i -> random.nextInt(CLASSES));
    return new Decision.Table(LongVector.of(classes));
  }

  private Decision diagram(int values) {
    int count = random.nextInt(12);
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nodes.add(new Node(random.nextInt(values), successor(i, count), successor(i, count)));
    }
    return new DecisionDiagram(successor(-1, count), nodes);
  }

  private Successor successor(int at, int count) {
    return at + 1 == count || (at >= 0 && random.nextInt(3) == 0)
        ? Successor.ofClass(random.nextInt(CLASSES))
        : Successor.node(Math.min(count - 1, at + 1 + random.nextInt(3)));
  }
}
