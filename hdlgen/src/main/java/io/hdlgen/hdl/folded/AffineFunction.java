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
  private final List<Parameter> parameters = new ArrayList<>();

  /**
   * @param prefix of the parameters' names
   * @param ranges of each neuron's {@code x}
   * @param idle the {@code x} of neurons that fill up
   */
  AffineFunction(String prefix, Affine affine, List<Range> ranges, BigInteger idle) {
    this.affine = affine;
    Range all = null;
    for (int n = 0; n < ranges.size(); n++) {
      Range range = affine.apply(n, ranges.get(n));
      all = all == null ? range : all.union(range);
    }
    output = all;
    if (!affine.hasOneFactor()) {
      parameters.add(new Parameter(prefix + "factor", affine.factors(), BigInteger.ZERO));
    }
    BigInteger product =
        affine.hasOneFactor() ? affine.factors().get(0).multiply(idle) : BigInteger.ZERO;
    parameters.add(
        new Parameter(prefix + "constant", affine.constants(), output.min().subtract(product)));
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
          SumTree.affine(builder, origin.as("scaled"), x, affine.factors().get(0), BigInteger.ZERO);
    } else {
      product = builder.multiply(origin.as("scaled"), x, nodes.get(0));
    }
    int constant = nodes.get(nodes.size() - 1);
    return builder.add(origin.as("acc"), product, constant, output);
  }
}
