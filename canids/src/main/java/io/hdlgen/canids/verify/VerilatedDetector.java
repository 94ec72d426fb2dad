package io.hdlgen.canids.verify;

import io.hdlgen.canids.rtl.feature.DetectorPorts;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.sim.tool.ChildProcess;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolException.Reason;
import io.hdlgen.sim.verilator.VerilatorOptions;
import io.hdlgen.sim.verilator.VerilatorProgram;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** A detector's Verilog, simulated by Verilator. */
public final class VerilatedDetector implements DetectorBench {
  private static final int BATCH = 256;
  private static final int HEAD_BYTES = 16;
  private static final int LEAST_VALUE_BYTES = 8;

  private final Path program;
  private final int valueBytes;
  private final int seed;

  private VerilatedDetector(Path program, int valueBytes, int seed) {
    this.program = program;
    this.valueBytes = valueBytes;
    this.seed = seed;
  }

  /**
   * Builds the simulation.
   *
   * @param files all modules
   * @param top the detector's
   * @param seed of what registers hold before they are reset
   * @throws ToolException if Verilator is missing, too old, warns of anything or fails
   */
  public static VerilatedDetector build(
      List<Path> files, HdlModule top, VerilatorOptions options, int seed) {
    int bits =
        top.outputs().stream()
            .filter(port -> port.name().equals(DetectorPorts.FEATURES))
            .findFirst()
            .orElseThrow()
            .width();
    String header = "#pragma once\n#define HDLGEN_FEATURE_BITS " + bits + "\n";
    Path program =
        VerilatorProgram.build(files, top.name(), "frames.cpp", "frames.h", header, options);
    return new VerilatedDetector(program, Math.max(LEAST_VALUE_BYTES, (bits + 7) / 8), seed);
  }

  @Override
  public void run(int wait, Supplier<BusFrame> frames, DetectorEvent.Listener listener) {
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), Integer.toString(seed), Integer.toString(wait))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try (ChildProcess child = ChildProcess.start(builder)) {
      Stimulus stimulus = new Stimulus(child, frames);
      stimulus.start();
      read(child, listener);
      stimulus.join();
      stimulus.rethrow();
      int code = child.process().waitFor();
      if (code != 0) {
        throw new ToolException(
            Reason.CRASHED, "the Verilator simulation ended with exit code " + code);
      }
    } catch (IOException e) {
      throw new ToolException(
          Reason.CRASHED, "the Verilator simulation crashed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolException(Reason.INTERRUPTED, "the simulation was interrupted", e);
    }
  }

  /** Writes the frames. */
  private static final class Stimulus extends Thread {
    private final ChildProcess child;
    private final Supplier<BusFrame> frames;
    private volatile RuntimeException failure;

    Stimulus(ChildProcess child, Supplier<BusFrame> frames) {
      super("frames");
      setDaemon(true);
      this.child = child;
      this.frames = frames;
    }

    @Override
    public void run() {
      ByteBuffer batch = ByteBuffer.allocate(BATCH * BusFrame.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      try (OutputStream to = child.process().getOutputStream()) {
        for (BusFrame frame = frames.get(); frame != null; frame = frames.get()) {
          frame.write(batch);
          if (!batch.hasRemaining()) {
            to.write(batch.array(), 0, batch.position());
            to.flush();
            batch.clear();
          }
        }
        to.write(batch.array(), 0, batch.position());
      } catch (IOException e) {
        // The program is gone: who reads its answers sees that, too.
      } catch (RuntimeException e) {
        failure = e;
        child.kill();
      }
    }

    void rethrow() {
      if (failure != null) {
        throw failure;
      }
    }
  }

  private void read(ChildProcess child, DetectorEvent.Listener listener) throws IOException {
    byte[] event = new byte[HEAD_BYTES + valueBytes];
    ByteBuffer fields = ByteBuffer.wrap(event).order(ByteOrder.LITTLE_ENDIAN);
    try (InputStream from = new BufferedInputStream(child.process().getInputStream(), 1 << 16)) {
      while (from.readNBytes(event, 0, event.length) == event.length) {
        byte[] value = new byte[valueBytes];
        for (int i = 0; i < valueBytes; i++) {
          value[valueBytes - 1 - i] = event[HEAD_BYTES + i];
        }
        listener.accept(
            new DetectorEvent(
                DetectorEvent.Kind.values()[event[0] - 1],
                event[1],
                fields.getLong(8),
                new BigInteger(1, value)));
      }
    }
  }
}
