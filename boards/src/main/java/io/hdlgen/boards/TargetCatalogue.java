package io.hdlgen.boards;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** All targets that come with hdlgen. */
public final class TargetCatalogue {
  /** The target of a design that names none. */
  public static final String DEFAULT = "generic";

  private static final String INDEX = "index.txt";
  private final List<Target> targets;

  private TargetCatalogue(List<Target> targets) {
    this.targets = List.copyOf(targets);
  }

  /** Reads the built-in targets: the folders that {@code boards/targets/index.txt} names. */
  public static TargetCatalogue builtIn() {
    return new TargetCatalogue(
        resource(INDEX)
            .lines()
            .filter(name -> !name.isBlank())
            .map(TargetCatalogue::read)
            .toList());
  }

  /** The targets in the order of the index. */
  public List<Target> targets() {
    return targets;
  }

  /**
   * The target of that name.
   *
   * @throws InvalidInputException if there is none
   */
  public Target find(String name) {
    return targets.stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--target",
                    name,
                    "one of "
                        + targets.stream().map(Target::name).collect(Collectors.joining(", "))));
  }

  private static Target read(String name) {
    return TargetReader.read(new TargetFolder(name, file -> resource(name + "/" + file)));
  }

  private static String resource(String name) {
    try (InputStream in = TargetCatalogue.class.getResourceAsStream("targets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource targets/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
