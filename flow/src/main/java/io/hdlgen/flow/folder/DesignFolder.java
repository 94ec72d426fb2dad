package io.hdlgen.flow.folder;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A finished design folder. */
public final class DesignFolder {
  /** The integer network. */
  public static final String NETWORK = "network.json";

  /** Every option, in canonical form. */
  public static final String OPTIONS = "options.json";

  /** The final netlist. */
  public static final String NETLIST = "netlist.txt";

  /** The interface of the hardware. */
  public static final String SIGNATURE = "signature.json";

  /** Counts by layer. */
  public static final String METRICS = "metrics.json";

  /** What the layers of a folded design do, cycle by cycle, for people. */
  public static final String PIPELINE = "pipeline.txt";

  /** What was compared, and what came out. */
  public static final String VERIFICATION = "verification.json";

  /** The folder of the Verilog files. */
  public static final String RTL = "rtl";

  /** The folder of the C headers. */
  public static final String C = "c";

  /** The folder of what loads the network into a loadable design. */
  public static final String LOAD = "load";

  /** The folder of what tools make of the design, a folder a target. */
  public static final String SYNTHESIS = "synth";

  /** The folder of the self-checking testbench. */
  public static final String TESTBENCH = "tb";

  private final Path path;

  /** What only the folders of detectors on a CAN bus have. */
  private static final String DETECTOR = "detector.json";

  private final Manifest manifest;

  private DesignFolder(Path path, Manifest manifest) {
    this.path = path;
    this.manifest = manifest;
  }

  /**
   * Opens the folder that {@code emit} wrote; finishes an exchange that was interrupted.
   *
   * @throws InvalidInputException if {@code path} is no such folder
   */
  public static DesignFolder open(Path path) {
    try {
      Path absolute = path.toAbsolutePath().normalize();
      if (absolute.getFileName() != null && !Files.exists(absolute)) {
        new FolderSwap(absolute).recover();
      }
    } catch (IOException e) {
      throw OutputException.writing(path, e);
    }
    if (!Files.isDirectory(path)) {
      throw new InvalidInputException(
          path.toString(),
          Files.exists(path) ? "a file" : "nothing",
          "a design folder that hdlgen emit wrote");
    }
    return new DesignFolder(path, Manifest.read(path));
  }

  /**
   * Opens a folder that holds the design of a network alone, as all commands take but those of
   * {@code can}.
   *
   * @throws InvalidInputException if {@code path} is no such folder
   */
  public static DesignFolder openNetwork(Path path) {
    DesignFolder folder = open(path);
    if (Files.exists(path.resolve(DETECTOR))) {
      throw new InvalidInputException(
          path.toString(),
          "the design folder of a detector",
          "that of a network: "
              + path.resolve("core")
              + "; hdlgen can verify and hdlgen can synth take detectors");
    }
    return folder;
  }

  public Path path() {
    return path;
  }

  public Manifest manifest() {
    return manifest;
  }

  /** Paths of files that no longer hold the bytes that were emitted. */
  public List<String> changed() {
    try {
      return manifest.changed(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** The path of a file in the folder. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /**
   * The text of a file in the folder.
   *
   * @throws InvalidInputException if it cannot be read
   */
  public String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw unreadable(file(name), e);
    }
  }

  /**
   * Replaces one file: whoever reads it sees the old text or the new one, whole.
   *
   * @throws OutputException if it cannot be written; the old text is then still there
   */
  public void replace(String name, String text) {
    replace(file(name), text);
  }

  /** As {@link #replace(String, String)}, for a file anywhere. */
  public static void replace(Path file, String text) {
    Path temporary =
        file.resolveSibling("." + file.getFileName() + ".tmp-" + ProcessHandle.current().pid());
    try {
      try {
        Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw OutputException.writing(file, e);
    }
  }

  private static InvalidInputException unreadable(Path file, IOException cause) {
    return new InvalidInputException(
        file.toString(),
        "no readable file (" + cause.getMessage() + ")",
        "the file that emit wrote; run emit again",
        cause);
  }
}
