package io.hdlgen.explore;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontJson;
import io.hdlgen.explore.search.Effort;
import io.hdlgen.flow.folder.FileTree;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.flow.folder.WritableFolder;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.train.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The folder of an exploration. Each file is written whole; the trials let it go on. */
final class ExploreFolder {
  private static final String TRIALS = "trials.json";
  private static final String NETWORKS = "networks";

  private final Path path;
  private final ExploreRequest request;
  private final Path scratch;

  private ExploreFolder(Path path, ExploreRequest request, Path scratch) {
    this.path = path;
    this.request = request;
    this.scratch = scratch;
  }

  /**
   * The folder that the request names.
   *
   * @throws InvalidInputException if something else is in the way
   */
  static ExploreFolder of(ExploreRequest request) {
    Path path =
        request.output().orElse(Path.of(baseName(request.rows().data().data()) + "-explore"));
    if (Files.exists(path)) {
      checkOurs(path);
    }
    WritableFolder.check(path, path);
    try {
      return new ExploreFolder(path, request, Files.createTempDirectory("hdlgen-explore"));
    } catch (IOException e) {
      throw OutputException.writing(path, e);
    }
  }

  private static void checkOurs(Path path) {
    boolean empty;
    try (Stream<Path> entries = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
      empty = entries.findAny().isEmpty();
    } catch (IOException e) {
      throw OutputException.writing(path, e);
    }
    if (!empty && !Files.exists(path.resolve(TRIALS))) {
      throw new InvalidInputException(
          path.toString(),
          "something that explore did not write",
          "a new folder, or one of explore; choose another -o");
    }
  }

  /** The name of a file without folder and extension. */
  static String baseName(Path file) {
    String name = file.getFileName().toString();
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Where the network of a point lies, from the folder. */
  static String networkFile(String id) {
    return NETWORKS + "/" + id + ".json";
  }

  Path path() {
    return path;
  }

  Path trials() {
    return path.resolve(TRIALS);
  }

  Path frozen() {
    return path.resolve("frozen.json");
  }

  Path network(String id) {
    return path.resolve(networkFile(id));
  }

  Path design(String id) {
    return path.resolve("designs").resolve(id);
  }

  Path report() {
    return path.resolve("report.html");
  }

  /** A folder for files that nobody needs afterwards. */
  Path scratch() {
    return scratch;
  }

  /** What trials depend on, as a digest: training rows, technology, seed, and what a fit takes. */
  String run(Samples training, Effort effort) {
    StringBuilder text = new StringBuilder();
    text.append(request.target()).append('\n').append(request.seed()).append('\n');
    text.append(effort.moves()).append(' ').append(effort.repetitions()).append('\n');
    text.append(training.featureNames()).append(training.classNames()).append('\n');
    text.append(Arrays.toString(training.labels())).append('\n');
    for (double[] row : training.features()) {
      text.append(Arrays.toString(row)).append('\n');
    }
    return Sha256.of(text.toString());
  }

  /** Writes the networks and {@code front.json}; networks of an earlier front are removed. */
  void write(Front front, List<Candidate> ours, List<Candidate> trees) {
    List<Candidate> all = Stream.concat(ours.stream(), trees.stream()).distinct().toList();
    removeOthers(all.stream().map(Candidate::id).map(this::network).toList());
    for (Candidate one : all) {
      OutputFile.write(network(one.id()), NetworkJson.write(one.network()));
    }
    OutputFile.write(path.resolve("front.json"), FrontJson.write(front));
  }

  /** As {@link #write}, unless there is a front already that has been tested. */
  void writeFirst(Front front, List<Candidate> ours) {
    if (!Files.exists(frozen())) {
      write(front, ours, List.of());
    }
  }

  private void removeOthers(List<Path> networks) {
    Path folder = path.resolve(NETWORKS);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> !networks.contains(file)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw OutputException.writing(folder, e);
    }
  }

  /** Removes what nobody needs any more. */
  void clean() {
    try {
      FileTree.delete(scratch);
    } catch (IOException e) {
      throw OutputException.writing(scratch, e);
    }
  }
}
