package io.hdlgen.flow.serial;

import java.time.Duration;

/** A line that carries bytes both ways, open until it is closed. */
public interface SerialLine extends AutoCloseable {
  /** What messages call it. */
  String name();

  /**
   * Sends bytes.
   *
   * @throws io.hdlgen.sim.tool.ToolException if the line is gone
   */
  void write(byte[] bytes);

  /**
   * Takes what has come, waiting for the first byte.
   *
   * @return how many bytes; 0 if none came in time
   * @throws io.hdlgen.sim.tool.ToolException if the line is gone
   */
  int read(byte[] buffer, Duration longest);

  @Override
  void close();
}
