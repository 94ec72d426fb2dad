package io.hdlgen.hdl.emit;

import java.util.List;

/** What the comment above a neuron's wires says. */
@FunctionalInterface
public interface NeuronComments {
  /** The lines; none for no comment. */
  List<String> lines(int layer, int neuron);
}
