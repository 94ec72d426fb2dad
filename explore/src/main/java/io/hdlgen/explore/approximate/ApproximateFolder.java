package io.hdlgen.explore.approximate;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontJson;
import io.hdlgen.explore.report.FrontReport;
import io.hdlgen.flow.folder.FileTree;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.flow.folder.WritableFolder;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that a search for approximations leaves. Each file is written whole. */
final class ApproximateFolder {
  private static final String FRONT = "front.json";
  private static final String NETWORKS = "networks";

  private final Path path;
  private final boolean used;

  private ApproximateFolder(Path path, boolean used) {
    this.path = path;
    this.used = used;
  }

  /**
   * The folder that the request names.
   *
   * @throws InvalidInputException if something else is in the way
   */
  static ApproximateFolder of(ApproximateRequest request) {
    Path path = request.output().orElse(Path.of(name(request) + "-approximate"));
    if (Files.exists(path)) {
      checkOurs(path);
    }
    WritableFolder.check(path, path);
    return new ApproximateFolder(path, Files.exists(path.resolve(FRONT)));
  }

  private static void checkOurs(Path path) {
    boolean empty;
    try (Stream<Path> entries = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
      empty = entries.findAny().isEmpty();
    } catch (IOException e) {
      throw OutputException.writing(path, e);
    }
    boolean ours = Files.exists(path.resolve(FRONT)) && Files.isDirectory(path.resolve(NETWORKS));
    if (!empty && !ours) {
      throw new InvalidInputException(
          path.toString(),
          "something that approximate did not write",
          "a new folder, or one of approximate; choose another -o");
    }
  }

  /** What the network is called: its file without folder and extensions. */
  static String name(ApproximateRequest request) {
    return request.network().getFileName().toString().replaceFirst("(\\.network)?\\.json$", "");
  }

  /** Where the network of a point lies, from the folder. */
  static String networkFile(String id) {
    return NETWORKS + "/" + id + ".json";
  }

  /** Whether it held an earlier search. */
  boolean used() {
    return used;
  }

  Path path() {
    return path;
  }

  Path frozen() {
    return path.resolve("frozen.json");
  }

  /** Removes the networks of an earlier run, and writes these, {@code p01} and so on. */
  void write(List<String> ids, List<IntegerNetwork> networks) {
    try {
      if (Files.isDirectory(path.resolve(NETWORKS))) {
        FileTree.delete(path.resolve(NETWORKS));
      }
    } catch (IOException e) {
      throw OutputException.writing(path, e);
    }
    for (int i = 0; i < ids.size(); i++) {
      OutputFile.write(path.resolve(networkFile(ids.get(i))), NetworkJson.write(networks.get(i)));
    }
  }

  void write(Front front, String command) {
    OutputFile.write(path.resolve(FRONT), FrontJson.write(front));
    OutputFile.write(
        path.resolve("report.html"), new FrontReport(front, command, "hdlgen", List.of()).html());
  }
}
