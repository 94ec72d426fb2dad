package io.hdlgen.flow.folder;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a design folder was made from, and what was written into it.
 *
 * @param toolVersion version of hdlgen that wrote the folder
 * @param command the command that makes the same files again; names inputs by base name
 * @param inputs SHA-256 by base name
 * @param files SHA-256 by path inside the folder, {@code /} between names; every emitted file but
 *     the manifest itself and {@code verification.json}, which is replaced by each verification
 */
public record Manifest(
    String toolVersion,
    String command,
    SortedMap<String, String> inputs,
    SortedMap<String, String> files) {
  /** Name of the file inside the folder. */
  public static final String FILE = "manifest.json";

  /** Value of {@code "format"}. */
  public static final String FORMAT = "hdlgen-manifest";

  /** The newest version of the format that this tool reads, and the one that it writes. */
  public static final int VERSION = 1;

  private static final List<String> KEYS =
      List.of("format", "version", "tool", "command", "inputs", "files");
  private static final long MAX_BYTES = 16L << 20;

  public Manifest {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** The text of the file. */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.put("version", VERSION);
    object.put("tool", "hdlgen " + toolVersion);
    object.put("command", command);
    object.put("inputs", inputs);
    object.put("files", files);
    return CanonicalJson.write(object);
  }

  /** Whether {@code folder} holds a manifest that hdlgen wrote, of any version. */
  public static boolean marks(Path folder) {
    try {
      return FORMAT.equals(CanonicalJson.read(text(folder)).get("format"));
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The manifest of {@code folder}.
   *
   * @throws InvalidInputException if there is none, or one that this version cannot read
   */
  public static Manifest read(Path folder) {
    String where = folder.resolve(FILE).toString();
    Map<String, Object> object;
    try {
      object = CanonicalJson.read(text(folder));
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new InvalidInputException(
          folder.toString(), "no " + FILE, "a design folder that hdlgen emit wrote", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInputException(
          where, "unreadable text (" + e.getMessage() + ")", "the file that emit wrote", e);
    }
    if (!FORMAT.equals(object.get("format"))) {
      throw new InvalidInputException(
          where, "format " + object.get("format"), FORMAT + ", as hdlgen emit writes it");
    }
    if (!(object.get("version") instanceof Integer version) || version < 1) {
      throw new InvalidInputException(where, "version " + object.get("version"), "version 1");
    }
    if (version > VERSION) {
      throw new InvalidInputException(
          where,
          "version " + version,
          "at most %d; read it with %s or newer".formatted(VERSION, object.get("tool")));
    }
    for (String key : object.keySet()) {
      if (!KEYS.contains(key)) {
        throw new InvalidInputException(where, "key " + key, String.join(", ", KEYS));
      }
    }
    return new Manifest(
        String.valueOf(object.get("tool")).replaceFirst("^hdlgen ", ""),
        String.valueOf(object.get("command")),
        hashes(object.get("inputs")),
        hashes(object.get("files")));
  }

  private static String text(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("more than " + MAX_BYTES + " bytes");
    }
    return Files.readString(file);
  }

  /** Paths of files that are gone or hold other bytes than those that were written, in order. */
  public List<String> changed(Path folder) throws IOException {
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, String> entry : files.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      if (!Files.isRegularFile(file) || !Sha256.of(file).equals(entry.getValue())) {
        changed.add(entry.getKey());
      }
    }
    return List.copyOf(changed);
  }

  private static SortedMap<String, String> hashes(Object value) {
    SortedMap<String, String> hashes = new TreeMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, hash) -> hashes.put(String.valueOf(name), String.valueOf(hash)));
    }
    return hashes;
  }
}
