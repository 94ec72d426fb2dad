package io.hdlgen.flow.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The design folder of version 1 that is kept in the test resources, and the documentation. */
public final class DesignFixture {
  /** The JSON files that docs/formats/design.md describes. */
  static final List<String> FILES =
      List.of(
          "options.json", "signature.json", "metrics.json", "verification.json", "manifest.json");

  private DesignFixture() {}

  /** The folder as it was emitted. */
  public static Path folder() {
    try {
      return Path.of(DesignFixture.class.getResource("/design-version-1").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text of one of its files. */
  static String text(String name) {
    return read(folder().resolve(name));
  }

  /** The text of a page, by its path below docs. */
  public static String page(String name) {
    return read(docs().resolve(name));
  }

  /** The schema of a file. */
  public static Path schema(String file) {
    return docs().resolve("formats/" + file.replace(".json", ".schema.json"));
  }

  private static Path docs() {
    return Path.of(System.getProperty("project.root", "..")).resolve("docs");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
