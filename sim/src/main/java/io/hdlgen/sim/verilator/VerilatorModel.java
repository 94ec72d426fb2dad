package io.hdlgen.sim.verilator;

import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.tool.ToolException;
import java.nio.file.Path;

/**
 * A design built as a program that answers cycle by cycle.
 *
 * <p>A cycle: inputs are set, logic settles, outputs are sampled, then comes the rising edge of the
 * clock, if there is one.
 */
public final class VerilatorModel {
  private final VerilogDesign design;
  private final VerilatorOptions options;
  private final Path program;

  private VerilatorModel(VerilogDesign design, VerilatorOptions options, Path program) {
    this.design = design;
    this.options = options;
    this.program = program;
  }

  /**
   * Builds the design, or takes the program that an earlier build of the same content left in the
   * cache.
   *
   * @throws ToolException if Verilator is missing, too old, warns of anything or fails
   */
  public static VerilatorModel build(VerilogDesign design, VerilatorOptions options) {
    return new VerilatorModel(design, options, new VerilatorBuild(design, options).program());
  }

  /** The program; it takes its arguments as harness.cpp says. */
  public Path program() {
    return program;
  }

  public RecordLayout inputs() {
    return new RecordLayout(design.inputs());
  }

  public RecordLayout outputs() {
    return new RecordLayout(design.outputs());
  }

  /** Gives the stimulus: called on the thread that runs the model. */
  @FunctionalInterface
  public interface Source {
    /**
     * Writes the inputs of the next cycle as a record, and a note for the sink.
     *
     * @return false, having written nothing, after the last cycle
     */
    boolean next(byte[] inputs, int inputsAt, byte[] note, int noteAt);
  }

  /** Takes the results: called on another thread, in order, with the note of the same cycle. */
  @FunctionalInterface
  public interface Sink {
    /** Takes the outputs of a cycle; false stops the run. */
    boolean accept(long cycle, byte[] note, int noteAt, byte[] outputs, int outputsAt);
  }

  /**
   * Streams cycles through the program, in constant memory.
   *
   * @param seed contents of registers before their reset: 0 for zeros, else random
   * @param noteSize bytes of the note that goes with each cycle
   * @return cycles that the sink took
   * @throws ToolException if the program crashes, hangs, or the thread is interrupted
   */
  public long run(int seed, Source source, int noteSize, Sink sink) {
    RecordStream stream =
        new RecordStream(inputs().size(), outputs().size(), noteSize, options.stallLimit());
    return stream.run(new ProcessBuilder(program.toString(), Integer.toString(seed)), source, sink);
  }
}
