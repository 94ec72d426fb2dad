package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.lower.SumTree;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** {@code factor * x + constant}. Neurons that fill up give the least of all results. */
final class AffineFunction implements NeuronFunction {
  private final Affine affine;
  private final Range output;
  private final BigInteger least;
  private final List<Parameter> parameters = new ArrayList<>();

  /**
   * @param prefix of the parameters' names
   * @param ranges of each neuron's {@code x}
   * @param idle the {@code x} of neurons that fill up
   */
  AffineFunction(String prefix, Affine affine, List<Range> ranges, BigInteger idle) {
    this.affine = affine;
    Range all = affine.apply(0, ranges.get(0));
    Range products = affine.product(0, ranges.get(0));
    for (int n = 1; n < ranges.size(); n++) {
      all = all.union(affine.apply(n, ranges.get(n)));
      products = products.union(affine.product(n, ranges.get(n)));
    }
    least = all.min();
    if (!affine.hasOneFactor()) {
      parameters.add(new Parameter(prefix + "factor", affine.factors(), BigInteger.ZERO));
    }
    BigInteger product =
        affine.hasOneFactor() ? affine.oneFactor().multiply(idle) : BigInteger.ZERO;
    Parameter constant =
        new Parameter(prefix + "constant", affine.constants(), least.subtract(product));
    parameters.add(constant);
    // A constant that is loaded may be anything that its field holds.
    output = affine.constants().declared().isEmpty() ? all : products.plus(constant.range());
  }

  /** The least result of a neuron, and the result of those that fill up. */
  BigInteger least() {
    return least;
  }

  @Override
  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  @Override
  public Range output() {
    return output;
  }

  @Override
  public int build(ModuleBuilder builder, Origin origin, int x, List<Integer> nodes) {
    int product;
    if (affine.hasOneFactor()) {
      product =
          SumTree.affine(builder, origin.as("scaled"), x, affine.oneFactor(), BigInteger.ZERO);
    } else {
      product = builder.multiply(origin.as("scaled"), x, nodes.get(0));
    }
    int constant = nodes.get(nodes.size() - 1);
    return builder.add(origin.as("acc"), product, constant, output);
  }
}
