package io.hdlgen.sim.check;

import io.hdlgen.sim.cycle.Simulator;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** One vector a cycle, no clock. */
final class CombinationalScript implements Script {
  private final Simulator simulator;
  private final PortRecords records;
  private final Vectors vectors;
  private int vector = -1;
  private long mismatches;
  private Mismatch first;

  CombinationalScript(Simulator simulator, PortRecords records, Vectors vectors) {
    this.simulator = simulator;
    this.records = records;
    this.vectors = vectors;
  }

  @Override
  public boolean next(
      byte[] inputs, int inputsAt, byte[] outputs, int outputsAt, byte[] mask, int maskAt) {
    if (vector + 1 == vectors.count()) {
      return false;
    }
    vector++;
    Arrays.fill(inputs, inputsAt, inputsAt + records.inputs().size(), (byte) 0);
    vectors.putInputs(vector, records.inputs(), inputs, inputsAt);
    records.drive(simulator, inputs, inputsAt);
    simulator.evaluate();
    records.sample(simulator, outputs, outputsAt);
    Arrays.fill(mask, maskAt, maskAt + records.outputs().size(), (byte) -1);
    var differences = vectors.differences(vector, records.outputs(), outputs, outputsAt);
    if (!differences.isEmpty()) {
      mismatches++;
      if (first == null) {
        Vectors.Difference one = differences.get(0);
        first =
            new Mismatch(
                DesignCheck.REFERENCE_JAVA,
                vector,
                one.field(),
                one.expected(),
                one.found(),
                vector);
      }
    }
    return true;
  }

  @Override
  public int vector() {
    return vector;
  }

  @Override
  public Simulator simulator() {
    return simulator;
  }

  @Override
  public long mismatches() {
    return mismatches;
  }

  @Override
  public Optional<Mismatch> first() {
    return Optional.ofNullable(first);
  }

  @Override
  public OptionalInt latency() {
    return OptionalInt.of(0);
  }

  @Override
  public OptionalInt latencyFromLastBeat() {
    return OptionalInt.of(0);
  }

  @Override
  public OptionalInt interval() {
    return OptionalInt.empty();
  }
}
