package io.hdlgen.explore.report.block;

import io.hdlgen.explore.report.markup.Element;
import java.util.List;

/**
 * Statements, one a line.
 *
 * @param lines plain
 */
public record Lines(List<String> lines) implements Block {
  public Lines {
    lines = List.copyOf(lines);
  }

  @Override
  public Element html() {
    return Element.of("ul", lines.stream().map(line -> Element.of("li", line)).toList());
  }
}
