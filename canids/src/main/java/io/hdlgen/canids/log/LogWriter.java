package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.flow.folder.WritableFolder;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a log, frame by frame: whole or not at all. Gzip where the file's name ends with {@code
 * .gz}; a thread of its own compresses and writes.
 *
 * <pre>{@code
 * try (LogWriter log = LogWriter.create(file, LogFormat.CAR_HACKING)) {
 *   ... log.write(frame);
 *   log.commit();
 * }
 * }</pre>
 */
public final class LogWriter implements AutoCloseable {
  private static final int COMPRESSION_LEVEL = Deflater.BEST_SPEED;
  private static final int GZIP_BUFFER = 1 << 16;

  private final Path file;
  private final Path temporary;
  private final LineFormat format;
  private final OutputStream out;
  private final BackgroundOutput background;
  private final LineBuffer line;
  private long frames;
  private boolean committed;

  private LogWriter(Path file, LogFormat format) throws IOException {
    this.file = file;
    this.format = LineFormat.of(format);
    Path absolute = file.toAbsolutePath();
    temporary = absolute.resolveSibling("." + absolute.getFileName() + ".tmp");
    Files.createDirectories(absolute.getParent());
    temporary.toFile().deleteOnExit();
    OutputStream stream = Files.newOutputStream(temporary);
    out = file.toString().endsWith(".gz") ? new Gzip(stream) : stream;
    background = new BackgroundOutput(out);
    line = new LineBuffer(background, this.format.isUpperCase());
    for (String text : this.format.header()) {
      line.line(text);
    }
  }

  /**
   * Checks, without writing, that {@code file} may be written: it is new, or a synthetic log of
   * hdlgen, which can be made again.
   *
   * @throws InvalidInputException if it may not
   * @throws OutputException if it cannot
   */
  public static void check(Path file) {
    if (Files.isDirectory(file) || file.getFileName() == null) {
      throw new InvalidInputException(file.toString(), "a folder", "the name of a file");
    }
    if (Files.exists(file) && !isSynthetic(file)) {
      throw new InvalidInputException(
          file.toString(),
          "a file that hdlgen has not generated",
          "a new file, or a log that hdlgen generated; choose another or remove it");
    }
    WritableFolder.check(file, file);
  }

  private static boolean isSynthetic(Path file) {
    try (LogReader reader = LogReader.open(LogSource.of(file), ReadMode.DEFAULT)) {
      reader.next();
      return reader.tally().synthetic();
    } catch (InvalidInputException e) {
      return false;
    }
  }

  /**
   * Begins a log. Nothing lies under its name before {@link #commit}.
   *
   * @throws OutputException if it cannot be written
   */
  public static LogWriter create(Path file, LogFormat format) {
    try {
      return new LogWriter(file, format);
    } catch (IOException e) {
      throw OutputException.writing(file, e);
    }
  }

  /** Writes a comment of one line, which readers pass over. */
  public void comment(String text) {
    try {
      line.line(format.comment() + text);
    } catch (IOException e) {
      throw OutputException.writing(file, e);
    }
  }

  /**
   * Writes a frame.
   *
   * @throws InvalidInputException if the format has no way to write it
   * @throws OutputException if it cannot be written
   */
  public void write(CanFrame frame) {
    try {
      format.write(frame, line);
      line.newLine();
      frames++;
    } catch (UnwritableFrameException e) {
      throw new InvalidInputException(
          "%s: frame %d".formatted(file, frames + 1), e.found(), e.expected());
    } catch (IOException e) {
      throw OutputException.writing(file, e);
    }
  }

  /** Frames written. */
  public long frames() {
    return frames;
  }

  /** Ends the log and gives it its name; may replace an older one. */
  public void commit() {
    try {
      for (String text : format.footer()) {
        line.line(text);
      }
      line.flush();
      background.finish();
      out.close();
      Files.move(
          temporary,
          file.toAbsolutePath(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      committed = true;
    } catch (IOException e) {
      throw OutputException.writing(file, e);
    }
  }

  /** Ends the writing; removes what was written if it was not committed. */
  @Override
  public void close() {
    if (committed) {
      return;
    }
    background.stop();
    try {
      out.close();
    } catch (IOException e) {
      // What could not be written is removed anyway.
    }
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw OutputException.writing(temporary, e);
    }
  }

  /** Gzip, quick rather than small. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out) throws IOException {
      super(out, GZIP_BUFFER);
      def.setLevel(COMPRESSION_LEVEL);
    }
  }
}
