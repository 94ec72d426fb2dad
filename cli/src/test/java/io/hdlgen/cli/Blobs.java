package io.hdlgen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A small table that is easy to learn: three heaps of points, named by words. */
final class Blobs {
  private static final List<String> CLASSES = List.of("ant", "bee", "cat");

  private Blobs() {}

  /** Writes {@code rows} rows; the same seed gives the same ones. */
  static Path write(Path file, int rows, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("width,height,constant,kind\n");
    for (int r = 0; r < rows; r++) {
      int k = r % CLASSES.size();
      text.append(
          String.format(
              Locale.ROOT,
              "%.3f,%.3f,7,%s\n",
              2 * StrictMath.cos(2 * k) + 0.4 * random.nextGaussian(),
              20 * StrictMath.sin(2 * k) + 4 * random.nextGaussian(),
              CLASSES.get(k)));
    }
    return Files.writeString(file, text);
  }
}
