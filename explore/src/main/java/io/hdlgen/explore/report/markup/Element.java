package io.hdlgen.explore.report.markup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An element of HTML or SVG. Names are those of the code that makes the page, values are anybody's.
 *
 * @param name of the tag
 * @param attributes in the order of writing
 * @param children in the order of writing
 */
public record Element(String name, Map<String, String> attributes, List<Node> children)
    implements Node {
  /** Those that HTML forbids to be closed, or SVG allows to close themselves. */
  private static final Set<String> CHILDLESS =
      Set.of("meta", "br", "circle", "line", "path", "rect");

  public Element {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
  }

  /** An element without attributes. */
  public static Element of(String name, Node... children) {
    return new Element(name, Map.of(), List.of(children));
  }

  /** An element that holds a text. */
  public static Element of(String name, String text) {
    return of(name, new Text(text));
  }

  /** An element that holds others. */
  public static Element of(String name, Collection<? extends Node> children) {
    return new Element(name, Map.of(), List.copyOf(children));
  }

  /** This with one more attribute, or with another value of it. */
  public Element with(String attribute, String value) {
    Map<String, String> more = new LinkedHashMap<>(attributes);
    more.put(attribute, value);
    return new Element(name, more, children);
  }

  /** This with a number as an attribute, to a tenth. */
  public Element with(String attribute, double value) {
    return with(attribute, NumberText.coordinate(value));
  }

  /** This with more children behind the others. */
  public Element plus(Node... more) {
    return plus(List.of(more));
  }

  /** This with more children behind the others. */
  public Element plus(Collection<? extends Node> more) {
    List<Node> all = new ArrayList<>(children);
    all.addAll(more);
    return new Element(name, attributes, all);
  }

  @Override
  public void appendTo(StringBuilder page) {
    page.append('<').append(name);
    attributes.forEach(
        (key, value) ->
            page.append(' ').append(key).append("=\"").append(Text.escaped(value)).append('"'));
    if (CHILDLESS.contains(name) && children.isEmpty()) {
      page.append("/>");
      return;
    }
    page.append('>');
    // Line feeds go where no reader sees them: between elements, never beside text or in code.
    boolean lines = children.size() > 1 && children.stream().allMatch(Element.class::isInstance);
    for (Node child : children) {
      page.append(lines ? "\n" : "");
      child.appendTo(page);
    }
    page.append(lines ? "\n</" : "</").append(name).append('>');
  }

  @Override
  public String toString() {
    StringBuilder page = new StringBuilder();
    appendTo(page);
    return page.toString();
  }
}
