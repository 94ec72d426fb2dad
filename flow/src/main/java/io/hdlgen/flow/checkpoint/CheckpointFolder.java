package io.hdlgen.flow.checkpoint;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.FileTree;
import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.train.Checkpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

/**
 * Checkpoints in a folder: {@code run.json} says of which run they are; {@code <phase>.state} holds
 * the state, behind its SHA-256. Nothing is created before the first state is saved.
 */
public final class CheckpointFolder implements Checkpoints {
  private static final String RUN = "run.json";
  private static final String FORMAT = "hdlgen-checkpoint";
  private static final int VERSION = 1;
  private static final int HASH_LENGTH = 64;

  /** Milliseconds between two saves; tests set it to 0, to be able to kill a short run. */
  private static final String INTERVAL = "hdlgen.checkpoint.millis";

  private static final long NANOS_BETWEEN_SAVES =
      TimeUnit.MILLISECONDS.toNanos(Long.getLong(INTERVAL, 2000));

  private final Path folder;
  private final Run run;
  private boolean current;
  private long nextSave = System.nanoTime() + NANOS_BETWEEN_SAVES;

  private CheckpointFolder(Path folder, Run run, boolean current) {
    this.folder = folder;
    this.run = run;
    this.current = current;
  }

  /**
   * What a run depends on: runs that are equal in this end with the same bytes.
   *
   * @param tool the version of hdlgen
   * @param command the command in canonical form
   * @param inputs SHA-256 of what it reads
   */
  public record Run(String tool, String command, SortedMap<String, String> inputs) {
    private String toJson() {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("format", FORMAT);
      object.put("version", VERSION);
      object.put("tool", tool);
      object.put("command", command);
      object.put("inputs", inputs);
      return CanonicalJson.write(object);
    }

    private static Run parse(String text, String source) {
      JsonObject object = JsonObject.parse(text, source, FORMAT, VERSION);
      object.allow("tool", "command", "inputs");
      return new Run(
          object.string("tool"),
          object.string("command"),
          object.texts("inputs", "[0-9a-f]{64}", "a SHA-256"));
    }
  }

  /**
   * Checkpoints of a run that starts anew; they replace older ones at the first save.
   *
   * @throws InvalidInputException if something else is in the way
   */
  public static CheckpointFolder fresh(Path folder, Run run) {
    left(folder);
    return new CheckpointFolder(folder, run, false);
  }

  /**
   * Checkpoints of a run that is continued; it starts anew where it has left none.
   *
   * @throws InvalidInputException if they are of another run, or something else is in the way
   */
  public static CheckpointFolder resumed(Path folder, Run run) {
    Optional<Run> before = left(folder);
    if (before.isPresent() && !before.get().equals(run)) {
      throw new InvalidInputException(
          folder.toString(),
          "a checkpoint of another run (" + difference(before.get(), run) + ")",
          "the same data and options; or leave out --resume to start anew");
    }
    return new CheckpointFolder(folder, run, before.isPresent());
  }

  /** Whether {@code folder} holds checkpoints of this run. */
  public static boolean holds(Path folder, Run run) {
    return left(folder).filter(run::equals).isPresent();
  }

  private static Optional<Run> left(Path folder) {
    if (!Files.exists(folder)) {
      return Optional.empty();
    }
    Path file = folder.resolve(RUN);
    try {
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(
            folder.toString(),
            "something that is no checkpoint of hdlgen",
            "nothing, or a checkpoint; remove it or choose another -o");
      }
      return Optional.of(Run.parse(Files.readString(file), file.toString()));
    } catch (IOException e) {
      throw new InvalidInputException(
          file.toString(), "a file that cannot be read", "a readable file", e);
    }
  }

  private static String difference(Run before, Run now) {
    if (!before.tool().equals(now.tool())) {
      return "of " + before.tool();
    }
    return before.command().equals(now.command())
        ? "the same command with other files"
        : before.command();
  }

  @Override
  public Optional<byte[]> load(String phase) {
    Path file = state(phase);
    if (!current || !Files.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          file.toString(), "a file that cannot be read", "a readable file", e);
    }
    byte[] state = new byte[Math.max(0, bytes.length - HASH_LENGTH)];
    System.arraycopy(bytes, bytes.length - state.length, state, 0, state.length);
    String hash = new String(bytes, 0, bytes.length - state.length, StandardCharsets.ISO_8859_1);
    if (!hash.equals(Sha256.of(state))) {
      throw new InvalidInputException(
          file.toString(), "a damaged state", "one as written; leave out --resume to start anew");
    }
    return Optional.of(state);
  }

  @Override
  public boolean due() {
    return System.nanoTime() - nextSave >= 0;
  }

  @Override
  public void save(String phase, byte[] state) {
    try {
      if (!current) {
        begin();
      }
      byte[] hash = Sha256.of(state).getBytes(StandardCharsets.ISO_8859_1);
      byte[] bytes = new byte[HASH_LENGTH + state.length];
      System.arraycopy(hash, 0, bytes, 0, HASH_LENGTH);
      System.arraycopy(state, 0, bytes, HASH_LENGTH, state.length);
      Path temporary = folder.resolve(phase + ".tmp");
      temporary.toFile().deleteOnExit();
      Files.write(temporary, bytes);
      Files.move(temporary, state(phase), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw OutputException.writing(folder, e);
    }
    nextSave = System.nanoTime() + NANOS_BETWEEN_SAVES;
  }

  /** Removes all checkpoints: the run has come to its end. */
  public void delete() {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw OutputException.writing(folder, e);
    }
  }

  /** What names the run comes last before the first state, and goes last of the older run. */
  private void begin() throws IOException {
    Files.createDirectories(folder);
    Path temporary = folder.resolve("run.tmp");
    temporary.toFile().deleteOnExit();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(other -> !other.endsWith(RUN)).toList()) {
        Files.delete(file);
      }
    }
    Files.writeString(temporary, run.toJson());
    Files.move(temporary, folder.resolve(RUN), StandardCopyOption.ATOMIC_MOVE);
    current = true;
  }

  private Path state(String phase) {
    return folder.resolve(phase + ".state");
  }
}
