package io.hdlgen.explore.report.block;

import io.hdlgen.explore.report.markup.Element;
import java.util.List;

/**
 * Pictures side by side where there is room.
 *
 * @param pictures in the order of showing
 */
public record Pictures(List<Picture> pictures) implements Block {
  /**
   * A drawing with what it shows.
   *
   * @param title short, above it
   * @param svg the drawing
   * @param note below it; may be empty
   */
  public record Picture(String title, Element svg, String note) {}

  public Pictures {
    pictures = List.copyOf(pictures);
  }

  @Override
  public Element html() {
    return Element.of("div", pictures.stream().map(Pictures::figure).toList())
        .with("class", "pictures");
  }

  private static Element figure(Picture picture) {
    Element figure = Element.of("figure", Element.of("figcaption", picture.title()), picture.svg());
    return picture.note().isEmpty()
        ? figure
        : figure.plus(Element.of("p", picture.note()).with("class", "note"));
  }
}
