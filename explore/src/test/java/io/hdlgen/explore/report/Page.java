package io.hdlgen.explore.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A page as an XML parser sees it; what is not well-formed fails. */
record Page(String text, Document document) {
  static Page of(FrontReport report) {
    String text = report.html();
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new Page(text, builder.parse(new ByteArrayInputStream(bytes)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("not well-formed", e);
    }
  }

  List<Element> elements(String name) {
    return under(document.getDocumentElement(), name);
  }

  /** All text that people see. */
  String words() {
    return elements("body").get(0).getTextContent();
  }

  static List<Element> under(Element root, String name) {
    NodeList nodes = root.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  static List<String> texts(Element root, String name) {
    return under(root, name).stream().map(Element::getTextContent).toList();
  }

  static List<String> cells(Element line) {
    return under(line, "*").stream().map(Element::getTextContent).toList();
  }

  /** Elements that have all of some classes. */
  static List<Element> byClass(Element root, String classes) {
    List<String> wanted = Arrays.asList(classes.split(" "));
    return under(root, "*").stream()
        .filter(each -> Arrays.asList(each.getAttribute("class").split(" ")).containsAll(wanted))
        .toList();
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** About where a label is set, by letters as narrow as those of common fonts on average. */
  record Rectangle(String text, double left, double top, double right, double bottom) {
    private static final double LETTER = 6.2;

    static Rectangle ofLabel(Element label) {
      String text = label.getTextContent();
      double width = LETTER * text.length();
      boolean end = Arrays.asList(label.getAttribute("class").split(" ")).contains("end");
      double right = number(label, "x") + (end ? 0 : width / 2);
      double baseline = number(label, "y");
      return new Rectangle(text, right - width, baseline - 9, right, baseline + 2);
    }

    boolean overlaps(Rectangle other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }
}
