package io.hdlgen.explore.report.block;

import io.hdlgen.explore.report.markup.Element;
import java.util.List;

/**
 * Named values side by side.
 *
 * @param facts in the order of showing
 */
public record Facts(List<Fact> facts) implements Block {
  /**
   * A value.
   *
   * @param name what it is
   * @param value with its unit
   * @param note smaller, below; may be empty
   */
  public record Fact(String name, String value, String note) {}

  public Facts {
    facts = List.copyOf(facts);
  }

  @Override
  public Element html() {
    return Element.of("dl", facts.stream().map(Facts::tile).toList()).with("class", "facts");
  }

  private static Element tile(Fact fact) {
    Element tile = Element.of("div", Element.of("dt", fact.name()), Element.of("dd", fact.value()));
    return fact.note().isEmpty()
        ? tile
        : tile.plus(Element.of("dd", fact.note()).with("class", "note"));
  }
}
