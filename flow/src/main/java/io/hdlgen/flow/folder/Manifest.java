package io.hdlgen.flow.folder;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final String SHA_256 = "[0-9a-f]{64}";
  private static final long MAX_BYTES = 16L << 20;
  private static final Set<String> REPLACEABLE = Set.of(FILE, DesignFolder.VERIFICATION);

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
    String text;
    try {
      text = text(folder);
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new InvalidInputException(
          folder.toString(), "no " + FILE, "a design folder that hdlgen emit wrote", e);
    } catch (IOException e) {
      throw new InvalidInputException(
          folder.resolve(FILE).toString(),
          "unreadable text (" + e.getMessage() + ")",
          "the file that emit wrote",
          e);
    }
    return parse(text, folder.resolve(FILE).toString());
  }

  /**
   * The manifest that a text holds.
   *
   * @param source what messages call the text
   * @throws InvalidInputException if it holds none, or one that this version cannot read
   */
  static Manifest parse(String text, String source) {
    JsonObject object = JsonObject.parse(text, source, FORMAT, VERSION);
    object.allow("tool", "command", "inputs", "files");
    return new Manifest(
        object.string("tool", "hdlgen \\S+", "hdlgen and its version").substring(7),
        object.string("command"),
        object.texts("inputs", SHA_256, "a SHA-256: 64 hexadecimal digits"),
        object.texts("files", SHA_256, "a SHA-256: 64 hexadecimal digits"));
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
      if (!isAsWritten(file, entry.getValue())) {
        changed.add(entry.getKey());
      }
    }
    return List.copyOf(changed);
  }

  /**
   * Paths of files that would be lost if the folder were written anew, in order: those that emit
   * did not write, and those that hold other bytes than it wrote. The manifest and {@code
   * verification.json}, which verifying replaces, are not among them.
   */
  List<String> foreign(Path folder) throws IOException {
    List<String> foreign = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (!path.equals(folder) && FolderSwap.isLeftOver(path)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            if (path.equals(folder) || !marks(path)) {
              return FileVisitResult.CONTINUE;
            }
            // What a later command has put there has a manifest of its own.
            read(path).foreign(path).forEach(name -> foreign.add(name(path) + "/" + name));
            return FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = name(file);
            if (!REPLACEABLE.contains(name) && !isAsWritten(file, files.get(name))) {
              foreign.add(name);
            }
            return FileVisitResult.CONTINUE;
          }

          private String name(Path path) {
            return folder.relativize(path).toString().replace(File.separatorChar, '/');
          }
        });
    foreign.sort(null);
    return List.copyOf(foreign);
  }

  private static boolean isAsWritten(Path file, String hash) throws IOException {
    return hash != null && Files.isRegularFile(file) && Sha256.of(file).equals(hash);
  }
}
