package io.hdlgen.sim.verilator;

import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.tool.ChildProcess;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolException.Reason;
import io.hdlgen.sim.vcd.ValueChangeReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
    return new VerilatorModel(
        design, options, new VerilatorBuild(new BuildFolder(design), options).program());
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

  /** Looks at the values of all wires as they stream in. */
  @FunctionalInterface
  public interface Watcher {
    void watch(ValueChangeReader dump) throws IOException;
  }

  /**
   * Replays cycles and hands the values of all wires to a watcher: moment t of the dump is cycle t,
   * settled, before its rising edge. Registers start at 0.
   *
   * @param source called on another thread; its notes are not read
   * @throws ToolException if the program crashes
   * @throws IllegalStateException if the model was built without trace
   */
  public void dump(Source source, Watcher watcher) {
    if (!options.trace()) {
      throw new IllegalStateException("built without trace");
    }
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), "0", "-")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try (ChildProcess child = ChildProcess.start(builder)) {
      Thread writer = new Thread(() -> write(child, source), "stimulus");
      writer.setDaemon(true);
      writer.start();
      try (InputStream dump = child.process().getInputStream()) {
        watcher.watch(new ValueChangeReader(dump));
      } finally {
        child.kill();
        writer.join();
      }
    } catch (IOException e) {
      throw new ToolException(Reason.CRASHED, "the trace ended early: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolException(Reason.INTERRUPTED, "the trace was interrupted", e);
    }
  }

  private void write(ChildProcess child, Source source) {
    byte[] record = new byte[inputs().size()];
    byte[] note = new byte[0];
    try (OutputStream to = new BufferedOutputStream(child.process().getOutputStream())) {
      while (source.next(record, 0, note, 0)) {
        to.write(record);
      }
    } catch (IOException e) {
      // The watcher has seen enough and the program is gone; if it crashed, the watcher knows.
    }
  }
}
