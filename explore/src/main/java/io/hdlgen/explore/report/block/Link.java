package io.hdlgen.explore.report.block;

import io.hdlgen.explore.report.markup.Element;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Links to files beside the page. */
final class Link {
  private static final BitSet PLAIN = new BitSet();

  static {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
        .chars()
        .forEach(PLAIN::set);
  }

  private Link() {}

  /** A link to a relative path. */
  static Element to(String path, String text) {
    StringBuilder address = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      int octet = each & 0xff;
      address.append(
          PLAIN.get(octet) ? String.valueOf((char) octet) : String.format("%%%02X", octet));
    }
    return Element.of("a", text).with("href", address.toString());
  }
}
