package io.hdlgen.flow.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A serial port of this computer: eight bits, no parity, one stop bit, no flow control. */
public final class PortLine implements SerialLine {
  /** Of a port that is there, and that this very process has open. */
  private static final int NOT_FOUND = 2;

  private static final int NO_PERMISSION = 13;
  private static final int BUSY = 16;
  private static final int WOULD_BLOCK = 11;
  private static final int DIRECTORY = 21;
  private static final int NO_TERMINAL = 25;

  private final SerialPort port;
  private final String name;
  private int waits = -1;

  private PortLine(SerialPort port, String name) {
    this.port = port;
    this.name = name;
  }

  /**
   * Opens a port for us alone.
   *
   * @param name such as {@code /dev/ttyUSB1} or {@code COM3}
   * @throws InvalidInputException if there is no such port
   * @throws ToolException if it is in use or cannot be opened
   */
  public static PortLine open(String name, int baud) {
    SerialPort port;
    try {
      if (name.startsWith("/") && !Files.exists(Path.of(name))) {
        throw missing(name);
      }
      port = SerialPort.getCommPort(name);
    } catch (SerialPortInvalidPortException e) {
      throw missing(name);
    }
    port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    if (!port.openPort(0)) {
      int error = port.getLastErrorCode();
      if (error == DIRECTORY || error == NO_TERMINAL) {
        throw missing(name);
      }
      throw refused(name, error);
    }
    return new PortLine(port, name);
  }

  private static InvalidInputException missing(String name) {
    String ports =
        Arrays.stream(SerialPort.getCommPorts())
            .map(SerialPort::getSystemPortPath)
            .sorted()
            .collect(Collectors.joining(", "));
    return new InvalidInputException(
        name,
        "no such serial port",
        ports.isEmpty() ? "a port; this computer has none: is the board plugged in?" : ports);
  }

  private static ToolException refused(String name, int error) {
    String why =
        switch (error) {
          case BUSY, WOULD_BLOCK, NOT_FOUND -> "is in use by another program; close that first";
          case NO_PERMISSION ->
              "is not ours to open; on Linux, add yourself to its group (often dialout)";
          default -> "cannot be opened (error " + error + "); is it a serial port?";
        };
    return new ToolException(Reason.CRASHED, name + " " + why);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void write(byte[] bytes) {
    int written = 0;
    while (written < bytes.length) {
      int count = port.writeBytes(bytes, bytes.length - written, written);
      if (count <= 0) {
        throw gone();
      }
      written += count;
    }
  }

  @Override
  public int read(byte[] buffer, Duration longest) {
    int millis = (int) Math.max(1, Math.min(longest.toMillis(), 10_000));
    if (millis != waits) {
      // Blocking writes: a full queue of the system is no error.
      int mode = SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING;
      port.setComPortTimeouts(mode, millis, 0);
      waits = millis;
    }
    int count = port.readBytes(buffer, buffer.length);
    if (count < 0) {
      throw gone();
    }
    return count;
  }

  private ToolException gone() {
    return new ToolException(Reason.CRASHED, name + " is gone; was the board unplugged?");
  }

  @Override
  public void close() {
    port.closePort();
  }
}
