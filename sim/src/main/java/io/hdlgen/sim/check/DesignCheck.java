package io.hdlgen.sim.check;

import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.cycle.RangeCheck;
import io.hdlgen.sim.cycle.Simulator;
import io.hdlgen.sim.verilator.VerilatorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks that the reference, the simulated netlist and (where wanted) Verilator agree on a design:
 * every result with the reference, every port in every cycle between the other two. The results of
 * a stream ({@code m_axis_tdata}, {@code m_axis_tlast}) count while {@code m_axis_tvalid} is high,
 * responses of a processor's bus while their {@code valid} is.
 */
public final class DesignCheck {
  static final String REFERENCE_JAVA = "reference, java";
  static final String JAVA_VERILATOR = "java, verilator";

  private final Netlist netlist;
  private final Signature signature;
  private final Vectors vectors;
  private final long seed;
  private final PortRecords records;

  /**
   * @param seed fixes the stalls
   */
  public DesignCheck(Netlist netlist, Signature signature, Vectors vectors, long seed) {
    this.netlist = netlist;
    this.signature = signature;
    this.vectors = vectors;
    this.seed = seed;
    this.records = new PortRecords(netlist);
  }

  /** The ports as the model for {@link #withVerilator} must have them. */
  public PortRecords records() {
    return records;
  }

  /**
   * What registers hold at the start, as a seed for the harness: random, because what a register
   * without reset holds must not matter.
   */
  int contents() {
    return 1 + (int) Math.floorMod(seed, 1_000_000L);
  }

  /** A fresh stimulus, always the same. */
  Script script() {
    Simulator simulator = new Simulator(netlist);
    return switch (signature.architecture()) {
      case COMBINATIONAL -> new CombinationalScript(simulator, records, vectors);
      case UNROLLED, FOLDED ->
          switch (signature.bus()) {
            case STREAM -> new StreamScript(simulator, records, signature, vectors, seed);
            case AXI4_LITE -> new RegisterScript(simulator, records, signature, vectors, seed);
          };
    };
  }

  /** Compares the reference with the simulated netlist. */
  public CheckResult inJava() {
    return inJava(script(), () -> {});
  }

  /**
   * As {@link #inJava}, watching that every value lies in the range of its node; slow.
   *
   * @throws IllegalStateException if one does not
   */
  public CheckResult inJavaWithRanges() {
    Script script = script();
    RangeCheck ranges = new RangeCheck(script.simulator());
    return inJava(script, () -> ranges.observe(script.simulator().isReset()));
  }

  private CheckResult inJava(Script script, Runnable eachCycle) {
    byte[] inputs = new byte[records.inputs().size()];
    byte[] outputs = new byte[records.outputs().size()];
    byte[] mask = new byte[outputs.length];
    long cycles = 0;
    while (script.next(inputs, 0, outputs, 0, mask, 0)) {
      eachCycle.run();
      cycles++;
    }
    return result(
        script, script.mismatches(), cycles, List.of("reference", "java"), script.first());
  }

  /**
   * Compares all three.
   *
   * @param model built from {@code records().verilog(files)}
   * @throws io.hdlgen.sim.tool.ToolException if the model crashes or hangs
   */
  public CheckResult withVerilator(VerilatorModel model) {
    Script script = script();
    int size = records.outputs().size();
    CycleComparison comparison = new CycleComparison(records.outputs());
    model.run(
        contents(),
        (inputs, at, note, noteAt) -> {
          boolean more = script.next(inputs, at, note, noteAt, note, noteAt + size);
          if (more) {
            comparison.putVector(note, noteAt, script.vector());
          }
          return more;
        },
        comparison.noteSize(),
        comparison::accept);
    List<Mismatch> firsts = new ArrayList<>();
    script.first().ifPresent(firsts::add);
    comparison.first().ifPresent(firsts::add);
    Optional<Mismatch> first = firsts.stream().min((x, y) -> Long.compare(x.cycle(), y.cycle()));
    return result(
        script,
        script.mismatches() + comparison.mismatches(),
        comparison.compared(),
        List.of("reference", "java", "verilator"),
        first);
  }

  private CheckResult result(
      Script script,
      long mismatches,
      long cycles,
      List<String> witnesses,
      Optional<Mismatch> first) {
    return new CheckResult(
        vectors.count(),
        mismatches,
        cycles,
        signature.latencyCycles(),
        script.latency(),
        signature.latencyFromLastBeat(),
        script.latencyFromLastBeat(),
        signature.initiationInterval(),
        script.interval(),
        seed,
        witnesses,
        first);
  }
}
