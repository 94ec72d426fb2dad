package io.hdlgen.explore.report.block;

import io.hdlgen.explore.report.markup.Element;

/**
 * A paragraph.
 *
 * @param text plain
 * @param strong whether it is what a hurried reader should see
 */
public record Prose(String text, boolean strong) implements Block {
  /** An ordinary paragraph. */
  public Prose(String text) {
    this(text, false);
  }

  @Override
  public Element html() {
    Element paragraph = Element.of("p", text);
    return strong ? paragraph.with("class", "verdict") : paragraph;
  }
}
