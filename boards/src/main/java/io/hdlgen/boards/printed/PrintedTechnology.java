package io.hdlgen.boards.printed;

import java.util.Optional;

/**
 * A printed technology at a supply voltage.
 *
 * @param library its cells
 * @param frontEnd its converters; empty if none have been published
 */
public record PrintedTechnology(CellLibrary library, Optional<FrontEnd> frontEnd) {
  /** The same converters in front of other cells. */
  public PrintedTechnology withLibrary(CellLibrary other) {
    return new PrintedTechnology(other, frontEnd);
  }
}
