package io.hdlgen.hdl.signature;

import java.util.List;
import java.util.OptionalInt;

/**
 * The interface of a design.
 *
 * @param top name of the top module
 * @param latencyCycles clock edges from the one that accepts the first input beat to the first that
 *     samples {@code m_axis_tvalid} high, with an empty pipeline and {@code m_axis_tready} held
 *     high; 0 without a clock
 * @param initiationInterval edges between accepts of consecutive inferences in steady state; empty
 *     without a clock
 * @param inputBits width of {@code s_axis_tdata}; without streams, the sum of the feature ports
 * @param outputBits width of {@code m_axis_tdata}; without streams, the sum of the result ports
 * @param inputs the features, in order
 * @param outputs the class (if the design gives one), then the scores (if it gives them)
 * @param classNames one a class; empty if the design gives no class
 */
public record Signature(
    String top,
    Architecture architecture,
    int latencyCycles,
    OptionalInt initiationInterval,
    int inputBits,
    int outputBits,
    List<Field> inputs,
    List<Field> outputs,
    List<String> classNames) {
  public Signature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    classNames = List.copyOf(classNames);
  }
}
