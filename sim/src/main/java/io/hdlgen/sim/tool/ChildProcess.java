package io.hdlgen.sim.tool;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A process that never outlives us: closing it, or the end of the JVM, kills it and its children.
 */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final Thread hook;

  private ChildProcess(Process process) {
    this.process = process;
    this.hook = new Thread(this::kill, "kill " + process.pid());
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      kill();
      throw new ToolException(
          ToolException.Reason.INTERRUPTED, "nothing is started any more: we are ending", e);
    }
  }

  /**
   * Starts a program.
   *
   * @throws ToolException if it is not there, or the JVM is ending
   */
  public static ChildProcess start(ProcessBuilder builder) {
    String program = builder.command().get(0);
    try {
      return new ChildProcess(builder.start());
    } catch (IOException e) {
      throw new ToolException(
          ToolException.Reason.MISSING, program + " cannot be started: " + e.getMessage(), e);
    }
  }

  public Process process() {
    return process;
  }

  /** Kills the process and all that it started. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
      try {
        process.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down: the hook does its work.
    }
  }
}
