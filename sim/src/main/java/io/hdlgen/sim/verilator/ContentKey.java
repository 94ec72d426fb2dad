package io.hdlgen.sim.verilator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over named pieces of content; names and lengths count, so that pieces cannot run
 * together.
 */
final class ContentKey {
  private final MessageDigest digest;

  ContentKey() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void add(String name, byte[] content) {
    String header = name + '\0' + content.length + '\0';
    digest.update(header.getBytes(StandardCharsets.UTF_8));
    digest.update(content);
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
