package io.hdlgen.flow.synth;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Tells the last line of a log that a tool is writing, every second, until it is closed. */
final class LogTail implements AutoCloseable {
  private static final int BYTES = 2000;
  private static final int MAX_LENGTH = 60;
  private static final long PERIOD_MS = 1000;

  private final Path log;
  private final Consumer<String> listener;
  private final Thread thread = new Thread(this::follow, "log-tail");

  /**
   * @param listener is called from a thread of its own
   */
  LogTail(Path log, Consumer<String> listener) {
    this.log = log;
    this.listener = listener;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void follow() {
    try {
      while (true) {
        Thread.sleep(PERIOD_MS);
        String line = lastLine(log);
        if (!line.isEmpty()) {
          listener.accept(line);
        }
      }
    } catch (InterruptedException e) {
      // Closed.
      return;
    }
  }

  /** The last whole line that is not empty, shortened; empty if there is none. */
  static String lastLine(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(BYTES, file.length())];
      file.seek(file.length() - end.length);
      file.readFully(end);
      String text = new String(end, StandardCharsets.UTF_8);
      List<String> lines =
          text.substring(0, text.lastIndexOf('\n') + 1)
              .lines()
              .map(line -> line.replaceAll("\\s+", " ").strip())
              .filter(line -> !line.isEmpty())
              .toList();
      String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
      return last.length() <= MAX_LENGTH ? last : last.substring(0, MAX_LENGTH - 3) + "...";
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
