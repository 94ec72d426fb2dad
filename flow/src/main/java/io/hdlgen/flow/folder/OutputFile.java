package io.hdlgen.flow.folder;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A single file that a command writes: whole or not at all. */
public final class OutputFile {
  private static final int HEAD_BYTES = 200;

  private OutputFile() {}

  /**
   * Checks, without writing, that {@code file} may be written: it is new, or one that hdlgen wrote,
   * and its folder takes files.
   *
   * @throws InvalidInputException if it may not
   * @throws OutputException if it cannot
   */
  public static void check(Path file) {
    if (Files.isDirectory(file) || file.getFileName() == null) {
      throw new InvalidInputException(
          file.toString(), "a folder", "the name of a file; choose another -o");
    }
    if (Files.exists(file) && !isOurs(file)) {
      throw new InvalidInputException(
          file.toString(),
          "a file that hdlgen did not write",
          "a new file, or a network or model of hdlgen; choose another -o or remove it");
    }
    WritableFolder.check(file, file);
  }

  /** Writes a text in UTF-8 as {@link #write(Path, byte[])} does. */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the file, in place of an older one; its folders are created where missing. */
  public static void write(Path file, byte[] bytes) {
    Path absolute = file.toAbsolutePath();
    Path temporary = absolute.resolveSibling("." + absolute.getFileName() + ".tmp");
    try {
      Files.createDirectories(absolute.getParent());
      temporary.toFile().deleteOnExit();
      Files.write(temporary, bytes);
      Files.move(
          temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw OutputException.writing(file, e);
    }
  }

  private static boolean isOurs(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
      return head.matches("(?s)\\s*\\{\\s*\"format\"\\s*:\\s*\"hdlgen-.*");
    } catch (IOException e) {
      return false;
    }
  }
}
