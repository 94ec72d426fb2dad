package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.util.ArrayList;
import java.util.List;

/** What hardware makes of a neuron's sum; the same hardware for all neurons of a layer. */
interface NeuronFunction {
  /** What differs between neurons. */
  List<Parameter> parameters();

  /** What comes out, of any neuron. */
  Range output();

  /**
   * Builds the function.
   *
   * @param parameters nodes of {@link #parameters}
   * @return the node of the result
   */
  int build(ModuleBuilder builder, Origin origin, int sum, List<Integer> parameters);

  /** {@code outer} of this function's results. */
  default NeuronFunction then(NeuronFunction outer) {
    NeuronFunction inner = this;
    return new NeuronFunction() {
      @Override
      public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(inner.parameters());
        all.addAll(outer.parameters());
        return all;
      }

      @Override
      public Range output() {
        return outer.output();
      }

      @Override
      public int build(ModuleBuilder builder, Origin origin, int sum, List<Integer> parameters) {
        int own = inner.parameters().size();
        int value = inner.build(builder, origin, sum, parameters.subList(0, own));
        return outer.build(builder, origin, value, parameters.subList(own, parameters.size()));
      }
    };
  }
}
