package io.hdlgen.explore.outcome;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontJson;
import io.hdlgen.explore.front.FrontReader;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.flow.folder.WritableFolder;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a search leaves: its front, the networks, the report. Files are written whole.
 */
public final class ResultFolder {
  /** The front. */
  public static final String FRONT = "front.json";

  /** What was tried, by which a run goes on. */
  public static final String TRIALS = "trials.json";

  /** The folder of the networks. */
  public static final String NETWORKS = "networks";

  private final Path path;

  private ResultFolder(Path path) {
    this.path = path;
  }

  /**
   * A folder that a command may write.
   *
   * @param marks files by which one is known that the command has written
   * @throws InvalidInputException if something else is in the way
   */
  public static ResultFolder of(Path path, String command, List<String> marks) {
    boolean ours = marks.stream().allMatch(mark -> Files.exists(path.resolve(mark)));
    if (Files.exists(path) && !ours && !isEmpty(path)) {
      throw new InvalidInputException(
          path.toString(),
          "something that " + command + " did not write",
          "a new folder, or one of " + command + "; choose another -o");
    }
    WritableFolder.check(path, path);
    return new ResultFolder(path);
  }

  private static boolean isEmpty(Path path) {
    try (Stream<Path> entries = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
      return entries.allMatch(entry -> entry.endsWith(FolderLock.FILE));
    } catch (IOException e) {
      throw OutputException.writing(path, e);
    }
  }

  /** Where the network of a point lies, from the folder. */
  public static String networkFile(String id) {
    return NETWORKS + "/" + id + ".json";
  }

  /** Whether it holds the front of an earlier run. */
  public boolean used() {
    return Files.exists(path.resolve(FRONT));
  }

  /** Whether test rows may have been read for what it holds. */
  public boolean tested() {
    return Files.exists(frozen());
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** The digests of the networks before test rows are read. */
  public Path frozen() {
    return path.resolve("frozen.json");
  }

  /** What was tried. */
  public Path trials() {
    return path.resolve(TRIALS);
  }

  /** The page for people. */
  public Path report() {
    return path.resolve("report.html");
  }

  /** The network of a point. */
  public Path network(String id) {
    return path.resolve(networkFile(id));
  }

  /** Writes the networks; those of an earlier front are removed. */
  public void write(List<Candidate> candidates) {
    removeOthers(candidates.stream().map(Candidate::id).map(this::network).toList());
    for (Candidate one : candidates) {
      OutputFile.write(network(one.id()), NetworkJson.write(one.network()));
    }
  }

  /** Writes {@code front.json}. */
  public void write(Front front) {
    OutputFile.write(path.resolve(FRONT), FrontJson.write(front));
  }

  /** The front that it holds. */
  public Front front() {
    return FrontReader.read(path.resolve(FRONT));
  }

  /** Removes the networks of the earlier front that are not among these. */
  private void removeOthers(List<Path> networks) {
    if (!used()) {
      return;
    }
    Front earlier;
    try {
      earlier = front();
    } catch (InvalidInputException unknown) {
      // Which files were its networks cannot be told: nothing is removed.
      return;
    }
    List<Path> files =
        Stream.concat(earlier.points().stream(), earlier.trees().stream())
            .map(point -> network(point.id()))
            .filter(file -> !networks.contains(file))
            .toList();
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw OutputException.writing(path.resolve(NETWORKS), e);
    }
  }
}
