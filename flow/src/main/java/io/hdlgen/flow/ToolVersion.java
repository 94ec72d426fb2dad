package io.hdlgen.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The version of hdlgen itself. */
public final class ToolVersion {
  private ToolVersion() {}

  /** The version, as in the POM. */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream in = ToolVersion.class.getResourceAsStream("version.properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties", e);
    }
    return properties.getProperty("version");
  }
}
