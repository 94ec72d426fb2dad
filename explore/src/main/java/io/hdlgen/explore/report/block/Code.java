package io.hdlgen.explore.report.block;

import io.hdlgen.explore.report.markup.Element;

/**
 * Text of which every character matters: a command, an indented listing.
 *
 * @param text as it is
 */
public record Code(String text) implements Block {
  @Override
  public Element html() {
    return Element.of("pre", Element.of("code", text));
  }
}
