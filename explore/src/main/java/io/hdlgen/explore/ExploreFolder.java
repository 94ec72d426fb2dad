package io.hdlgen.explore;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.ResultFolder;
import io.hdlgen.flow.folder.FileTree;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of an exploration. Each file is written whole; the trials let it go on. */
final class ExploreFolder {

  private final ResultFolder results;
  private final ExploreRequest request;
  private final Path scratch;

  private ExploreFolder(ResultFolder results, ExploreRequest request, Path scratch) {
    this.results = results;
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
    ResultFolder results = ResultFolder.of(path, "explore", List.of(ResultFolder.TRIALS));
    try {
      return new ExploreFolder(results, request, Files.createTempDirectory("hdlgen-explore"));
    } catch (IOException e) {
      throw OutputException.writing(path, e);
    }
  }

  /** The name of a file without folder and extension. */
  static String baseName(Path file) {
    String name = file.getFileName().toString();
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  Path path() {
    return results.path();
  }

  Path trials() {
    return results.trials();
  }

  Path frozen() {
    return results.frozen();
  }

  Path network(String id) {
    return results.network(id);
  }

  Path design(String id) {
    return results.path().resolve("designs").resolve(id);
  }

  Path report() {
    return results.report();
  }

  /** A folder for files that nobody needs afterwards. */
  Path scratch() {
    return scratch;
  }

  /** Writes the networks and {@code front.json}; networks of an earlier front are removed. */
  void write(Front front, List<Candidate> ours, List<Candidate> trees) {
    results.write(Stream.concat(ours.stream(), trees.stream()).distinct().toList());
    results.write(front);
  }

  /**
   * Writes a front before test rows are read, as {@link #write}. One that has been tested stays,
   * and is given back in its place.
   */
  Front writeFirst(Front front, List<Candidate> ours) {
    if (results.tested() && results.used()) {
      return results.front();
    }
    write(front, ours, List.of());
    return front;
  }

  /** Whether test rows may have been read for what it holds. */
  boolean tested() {
    return results.tested();
  }

  /** Removes a design, whole or not. */
  void removeDesign(String id) {
    try {
      FileTree.delete(design(id));
    } catch (IOException e) {
      throw OutputException.writing(design(id), e);
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
