package io.hdlgen.explore.report.markup;

/**
 * Text as a reader sees it; whatever has a meaning in HTML is escaped.
 *
 * @param value the text
 */
public record Text(String value) implements Node {
  private static final char REPLACEMENT = '\uFFFD';

  @Override
  public void appendTo(StringBuilder page) {
    page.append(escaped(value));
  }

  /**
   * The text for use between tags or in double quotes. Characters that XML cannot hold (most
   * control characters, halves of a surrogate pair) become U+FFFD.
   */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(point) ? point : REPLACEMENT);
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int point) {
    if (point < ' ') {
      return point == '\t' || point == '\n';
    }
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    boolean control = point >= 0x7F && point < 0xA0;
    return !surrogate && !control && point != 0xFFFE && point != 0xFFFF;
  }
}
