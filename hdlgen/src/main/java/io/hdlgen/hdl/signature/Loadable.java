package io.hdlgen.hdl.signature;

import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.load.Declaration;
import java.util.List;

/**
 * What can be loaded into a design, through the registers of {@link
 * io.hdlgen.hdl.load.LoadRegister}.
 *
 * @param foldings one a layer
 * @param shape checksum of all that an image depends on
 * @param words of 32 bits in an image
 * @param tables in the order of the image
 */
public record Loadable(
    List<Folding> foldings, Declaration declaration, int shape, int words, List<Table> tables) {
  public Loadable {
    foldings = List.copyOf(foldings);
    tables = List.copyOf(tables);
  }

  /**
   * Part of an image: {@code columns} times {@code rows} words, column after column.
   *
   * @param firstWord its place in the image
   */
  public record Table(String name, int firstWord, int columns, int rows) {}
}
