package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A quantized ReLU of fewer bits, the highest ones: {@code floor(value / 2^k)}, where {@code k}
 * bits are lost, so that the values of the layer are in steps that are {@code 2^k} times as great.
 *
 * <p>Source: Afentaki et al., "Bespoke Approximation of Multiplication-Accumulation and Activation
 * Targeting Printed Multilayer Perceptrons", ICCAD 2023.
 *
 * @param bits what is left of the values, 1 to 62; layers of no more bits stay as they are
 */
public record ShiftReluWidth(int bits) implements LayerApproximation {
  public ShiftReluWidth {
    if (bits < 1 || bits > 62) {
      throw new IllegalArgumentException("ReLU of " + bits + " bits");
    }
  }

  /** Changes the layer alone; what reads it takes the values as they are, {@code 2^k} too small. */
  @Override
  public DenseLayer apply(DenseLayer layer, List<Interval> inputs) {
    Activation.ShiftRelu relu = relu(layer);
    int lost = lost(layer);
    return layer.withActivation(new Activation.ShiftRelu(relu.drop() + lost, relu.bits() - lost));
  }

  /**
   * Changes a layer of a network, and makes up for the greater steps: by weights of the next layer
   * that are {@code 2^k} times as great, or by such multipliers of the scores.
   *
   * @throws IllegalArgumentException if the layer has another activation, or the next one groups,
   *     or the decision is on bits
   * @throws ArithmeticException if a weight or multiplier leaves the range of {@code long}
   */
  public IntegerNetwork apply(IntegerNetwork network, int layer) {
    List<DenseLayer> layers = new ArrayList<>(network.layers());
    DenseLayer wide = layers.get(layer);
    long factor = 1L << lost(wide);
    layers.set(layer, apply(wide, List.of()));
    Decision decision = network.decision();
    if (layer + 1 < layers.size()) {
      DenseLayer next = layers.get(layer + 1);
      long[][] weights = new long[next.outputs()][];
      Arrays.setAll(weights, n -> times(next.weights().row(n), factor).toArray());
      layers.set(layer + 1, next.withWeights(LongMatrix.of(weights)));
    } else {
      decision = decision.accept(new Scaled(factor));
    }
    return new IntegerNetwork(
        network.name(), network.inputs(), layers, decision, network.classNames());
  }

  private int lost(DenseLayer layer) {
    return Math.max(0, relu(layer).bits() - bits);
  }

  private static Activation.ShiftRelu relu(DenseLayer layer) {
    if (layer.activation() instanceof Activation.ShiftRelu relu) {
      return relu;
    }
    throw new IllegalArgumentException("layer " + layer.name() + " has no quantized ReLU");
  }

  private static LongVector times(LongVector values, long factor) {
    long[] scaled = values.toArray();
    Arrays.setAll(scaled, i -> Math.multiplyExact(scaled[i], factor));
    return LongVector.of(scaled);
  }

  /** The same decision on values in greater steps. */
  private record Scaled(long factor) implements Decision.Visitor<Decision> {
    @Override
    public Decision visit(Decision.ArgMax argMax) {
      return new Decision.ArgMax(
          times(argMax.multipliers(), factor), argMax.offsets(), argMax.tournament());
    }

    @Override
    public Decision visit(Decision.Threshold threshold) {
      return new Decision.Threshold(
          times(threshold.multipliers(), factor), threshold.offsets(), threshold.threshold());
    }

    @Override
    public Decision visit(Decision.Scores scores) {
      return new Decision.Scores(times(scores.multipliers(), factor), scores.offsets());
    }

    @Override
    public Decision visit(Decision.Table table) {
      return onBits(table);
    }

    @Override
    public Decision visit(DecisionDiagram diagram) {
      return onBits(diagram);
    }

    @Override
    public Decision visit(AndInverterGraph logic) {
      return onBits(logic);
    }

    private Decision onBits(Decision.OnBits decision) {
      if (factor > 1) {
        throw new IllegalArgumentException("a decision on bits has no greater steps");
      }
      return decision;
    }
  }
}
