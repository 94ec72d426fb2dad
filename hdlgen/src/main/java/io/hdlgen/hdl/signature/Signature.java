package io.hdlgen.hdl.signature;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The interface of a design.
 *
 * @param top name of the top module
 * @param latencyCycles clock edges from the one that accepts the first input beat to the first that
 *     samples {@code m_axis_tvalid} high, with an empty pipeline and {@code m_axis_tready} held
 *     high; with registers, from the one that takes the start to the first that sees {@code irq_o};
 *     0 without a clock
 * @param initiationInterval edges between accepts of consecutive inferences in steady state; empty
 *     without a clock, and with registers, where the processor decides
 * @param inputBits width of {@code s_axis_tdata}; without streams, the sum of the features
 * @param outputBits width of {@code m_axis_tdata}; without streams, the sum of the results
 * @param inputs the features, in order
 * @param outputs the class (if the design gives one), then the scores (if it gives them)
 * @param classNames one a class; empty if the design gives no class
 * @param bus how a design with a clock is connected
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
    List<String> classNames,
    Bus bus) {
  public Signature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    classNames = List.copyOf(classNames);
  }

  /** Between streams, or without a clock. */
  public Signature(
      String top,
      Architecture architecture,
      int latencyCycles,
      OptionalInt initiationInterval,
      int inputBits,
      int outputBits,
      List<Field> inputs,
      List<Field> outputs,
      List<String> classNames) {
    this(
        top,
        architecture,
        latencyCycles,
        initiationInterval,
        inputBits,
        outputBits,
        inputs,
        outputs,
        classNames,
        Bus.STREAM);
  }

  /** The registers of a design on a processor's bus; empty for others. */
  public Optional<RegisterMap> registers() {
    return switch (bus) {
      case STREAM -> Optional.empty();
      case AXI4_LITE -> Optional.of(RegisterMap.of(inputs, outputs));
    };
  }
}
