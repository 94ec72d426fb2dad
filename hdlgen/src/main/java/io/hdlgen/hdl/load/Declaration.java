package io.hdlgen.hdl.load;

import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The networks that a design can be loaded with: those of the shape of the network that it was
 * built for, with numbers inside of bounds. The shape is all but weights, biases, thresholds, and
 * the scores' multipliers and offsets.
 *
 * @param layers one a layer
 */
public record Declaration(List<LayerBounds> layers, DecisionBounds decision) {
  public Declaration {
    layers = List.copyOf(layers);
  }

  /** The declaration that a network suggests. */
  public static Declaration of(IntegerNetwork network) {
    List<Range> values = new ArrayList<>();
    network.inputs().forEach(input -> values.add(Range.of(input.range())));
    List<LayerBounds> layers = new ArrayList<>();
    for (DenseLayer layer : network.layers()) {
      LayerBounds bounds = LayerBounds.of(layer, values);
      layers.add(bounds);
      Range value = layer.activation().accept(new Values(bounds.accumulator(values)));
      values.clear();
      values.addAll(Collections.nCopies(layer.outputs(), value));
    }
    return new Declaration(layers, DecisionBounds.of(network.decision().onScores(), values.get(0)));
  }

  /** The same with a threshold of the decision that is not loaded. */
  public Declaration withFixedThreshold() {
    return new Declaration(layers, decision.withFixedThreshold());
  }

  /**
   * Checks that a network can be loaded.
   *
   * @param built the network that the design was built for
   * @throws InvalidInputException if its shape differs, or a number is out of bounds
   */
  public void require(IntegerNetwork network, IntegerNetwork built) {
    new DeclarationCheck(this).require(network, built);
  }

  /** All of an activation but its thresholds. */
  public static String form(Activation activation) {
    return activation.accept(Form.INSTANCE);
  }

  /** What values are, of any accumulator in a range. */
  private record Values(Range accumulator) implements Activation.Visitor<Range> {
    @Override
    public Range visit(Activation.Identity identity) {
      return accumulator;
    }

    @Override
    public Range visit(Activation.ShiftRelu relu) {
      return Range.unsigned(relu.bits());
    }

    @Override
    public Range visit(Activation.MultiThreshold levels) {
      long most = levels.first() + levels.step() * levels.thresholds().columns();
      return Range.of(levels.first(), most);
    }
  }

  /** All of an activation but thresholds. */
  private enum Form implements Activation.Visitor<String> {
    INSTANCE;

    @Override
    public String visit(Activation.Identity identity) {
      return "identity";
    }

    @Override
    public String visit(Activation.ShiftRelu relu) {
      return relu.toString();
    }

    @Override
    public String visit(Activation.MultiThreshold levels) {
      return String.format(
          Locale.ROOT,
          "%d thresholds, first %d, step %d",
          levels.thresholds().columns(),
          levels.first(),
          levels.step());
    }
  }
}
