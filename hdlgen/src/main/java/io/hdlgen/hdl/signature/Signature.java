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
 *     high; 0 without a clock
 * @param latencyFromLastBeat the same from the edge that accepts the last input beat, where the
 *     beats come without a pause
 * @param initiationInterval edges between accepts of the first beats of consecutive inferences in
 *     steady state; empty without a clock
 * @param inputBits width of {@code s_axis_tdata}; without streams, the sum of the feature ports
 * @param inputBeats beats of {@code s_axis_tdata} that an inference takes, at least 1; 1 without
 *     streams
 * @param outputBits width of {@code m_axis_tdata}; without streams, the sum of the result ports
 * @param inputs the features, in order
 * @param outputs the class (if the design gives one), then the scores (if it gives them)
 * @param classNames one a class; empty if the design gives no class
 * @param loadable what can be loaded; empty if all numbers are built in
 */
public record Signature(
    String top,
    Architecture architecture,
    int latencyCycles,
    int latencyFromLastBeat,
    OptionalInt initiationInterval,
    int inputBits,
    int inputBeats,
    int outputBits,
    List<Field> inputs,
    List<Field> outputs,
    List<String> classNames,
    Optional<Loadable> loadable) {
  public Signature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    classNames = List.copyOf(classNames);
    if (inputBeats < 1) {
      throw new IllegalArgumentException(inputBeats + " beats an inference");
    }
  }

  /** Of a design whose numbers are built in. */
  public Signature(
      String top,
      Architecture architecture,
      int latencyCycles,
      int latencyFromLastBeat,
      OptionalInt initiationInterval,
      int inputBits,
      int inputBeats,
      int outputBits,
      List<Field> inputs,
      List<Field> outputs,
      List<String> classNames) {
    this(
        top,
        architecture,
        latencyCycles,
        latencyFromLastBeat,
        initiationInterval,
        inputBits,
        inputBeats,
        outputBits,
        inputs,
        outputs,
        classNames,
        Optional.empty());
  }

  /** The same of a design that can be loaded. */
  public Signature withLoadable(Optional<Loadable> numbers) {
    return new Signature(
        top,
        architecture,
        latencyCycles,
        latencyFromLastBeat,
        initiationInterval,
        inputBits,
        inputBeats,
        outputBits,
        inputs,
        outputs,
        classNames,
        numbers);
  }

  /** Of a design that takes an inference in one beat, or has no beats. */
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
        latencyCycles,
        initiationInterval,
        inputBits,
        1,
        outputBits,
        inputs,
        outputs,
        classNames);
  }
}
