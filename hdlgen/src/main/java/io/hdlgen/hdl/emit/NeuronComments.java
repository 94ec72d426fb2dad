package io.hdlgen.hdl.emit;

import java.util.List;

/** What the comments above the wires of layers and neurons say. */
@FunctionalInterface
public interface NeuronComments {
  /** The lines above the module of a layer; none for no comment. */
  default List<String> lines(int layer) {
    return List.of();
  }

  /** The lines above a module that the neurons of a layer share; none for no comment. */
  default List<String> sharedLines(int layer) {
    return List.of();
  }

  /** The lines at the top of the whole design; none for no comment. */
  default List<String> topLines() {
    return List.of();
  }

  /** The lines above the module of the decision; none for no comment. */
  default List<String> decisionLines() {
    return List.of();
  }

  /** The lines above a neuron; none for no comment. */
  List<String> lines(int layer, int neuron);
}
