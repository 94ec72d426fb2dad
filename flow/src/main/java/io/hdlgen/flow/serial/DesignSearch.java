package io.hdlgen.flow.serial;

import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.folder.Manifest;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the design that a board holds among those in and right below a folder. */
public final class DesignSearch {
  private DesignSearch() {}

  /**
   * The design of this identity.
   *
   * @param board what messages call the board
   * @throws InvalidInputException if there is none
   */
  public static DesignFolder find(Path folder, String identity, String board) {
    List<Path> designs = designs(folder);
    for (Path path : designs) {
      Optional<DesignFolder> design = matching(path, identity);
      if (design.isPresent()) {
        return design.get();
      }
    }
    throw new InvalidInputException(
        board,
        "a board with the design " + identity,
        (designs.isEmpty() ? "a design folder here" : "one of the designs " + designs)
            + "; name the folder by --design, or load its bitstream");
  }

  /** The design of a folder if it is the one; a folder that is not whole is not. */
  private static Optional<DesignFolder> matching(Path path, String identity) {
    try {
      DesignFolder design = DesignFolder.open(path);
      return DesignIdentity.of(design).equals(identity) ? Optional.of(design) : Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private static List<Path> designs(Path folder) {
    List<Path> designs = new ArrayList<>();
    if (Manifest.marks(folder)) {
      designs.add(folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      entries.filter(Files::isDirectory).filter(Manifest::marks).sorted().forEach(designs::add);
    } catch (IOException e) {
      throw OutputException.writing(folder, e);
    }
    return designs;
  }
}
