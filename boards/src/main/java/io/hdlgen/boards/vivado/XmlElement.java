package io.hdlgen.boards.vivado;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of XML that has either text or other elements; names and order are the caller's. */
final class XmlElement {
  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<XmlElement> children = new ArrayList<>();
  private String text = "";

  XmlElement(String name) {
    this.name = name;
  }

  /** Adds an element without content, to be filled. */
  XmlElement child(String child) {
    XmlElement element = new XmlElement(child);
    children.add(element);
    return element;
  }

  /** Adds an element that holds a text. */
  XmlElement child(String child, Object content) {
    XmlElement element = child(child);
    element.text = content.toString();
    return element;
  }

  /** Gives this element an attribute. */
  XmlElement with(String attribute, Object value) {
    attributes.put(attribute, value.toString());
    return this;
  }

  /** The element and all that it holds, each a line. */
  String print() {
    StringBuilder out = new StringBuilder();
    print(out, "");
    return out.toString();
  }

  private void print(StringBuilder out, String indent) {
    out.append(indent).append('<').append(name);
    attributes.forEach(
        (key, value) ->
            out.append(' ').append(key).append("=\"").append(escape(value)).append('"'));
    if (children.isEmpty() && text.isEmpty()) {
      out.append("/>\n");
      return;
    }
    out.append('>');
    if (children.isEmpty()) {
      out.append(escape(text));
    } else {
      out.append('\n');
      children.forEach(child -> child.print(out, indent + "  "));
      out.append(indent);
    }
    out.append("</").append(name).append(">\n");
  }

  private static String escape(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
