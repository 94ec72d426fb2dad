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
 * @param latencyFromLastBeat the same from the edge that accepts the last input beat, where the
 *     beats come without a pause; without streams, the same as {@code latencyCycles}
 * @param initiationInterval edges between accepts of the first beats of consecutive inferences in
 *     steady state; empty without a clock, and with registers, where the processor decides
 * @param inputBits width of {@code s_axis_tdata}; without streams, the sum of the features
 * @param inputBeats beats of {@code s_axis_tdata} that an inference takes, at least 1; 1 without
 *     streams
 * @param outputBits width of {@code m_axis_tdata}; without streams, the sum of the results
 * @param inputs the features, in order
 * @param outputs the class (if the design gives one), then the scores (if it gives them)
 * @param classNames one a class; empty if the design gives no class
 * @param bus how a design with a clock is connected
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
    Bus bus,
    Optional<Loadable> loadable) {
  public Signature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    classNames = List.copyOf(classNames);
    if (inputBeats < 1) {
      throw new IllegalArgumentException(inputBeats + " beats an inference");
    }
  }

  /** Of a design that takes an inference in one beat of a stream, or has no beats. */
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
        classNames,
        Bus.STREAM,
        Optional.empty());
  }

  /** The same with inferences of so many beats. */
  public Signature withBeats(int beats, int latencyFromLast) {
    return new Signature(
        top,
        architecture,
        latencyCycles,
        latencyFromLast,
        initiationInterval,
        inputBits,
        beats,
        outputBits,
        inputs,
        outputs,
        classNames,
        bus,
        loadable);
  }

  /** The same with another connection. */
  public Signature withBus(Bus other) {
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
        other,
        loadable);
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
        bus,
        numbers);
  }

  /** The registers of a design on a processor's bus; empty for others. */
  public Optional<RegisterMap> registers() {
    return switch (bus) {
      case STREAM -> Optional.empty();
      case AXI4_LITE -> Optional.of(RegisterMap.of(inputs, outputs));
    };
  }
}
