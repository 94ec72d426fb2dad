package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import java.util.Locale;
import java.util.Optional;

/** Finds tables that are scaled otherwise than those learnt from: 0 to 1 in place of 0 to 255. */
final class ScaleMismatch {
  private static final double SUSPICIOUS = 20;

  private ScaleMismatch() {}

  /** What to tell of test rows whose values are far less, or far more, than those learnt from. */
  static Optional<String> note(Dataset training, Dataset test) {
    double learnt = greatest(training);
    double tested = greatest(test);
    boolean alike = tested <= SUSPICIOUS * learnt && learnt <= SUSPICIOUS * tested;
    return alike
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "The values of %s go to %.4g, those of %s to %.4g: are both scaled alike?"
                    + " (Images in IDX files are divided by 255, arrays are not)",
                name(test),
                tested,
                name(training),
                learnt));
  }

  private static String name(Dataset data) {
    return data.source().replaceFirst("^.*[/\\\\]", "");
  }

  private static double greatest(Dataset data) {
    double greatest = 0;
    for (double[] row : data.rows()) {
      for (double value : row) {
        greatest = Math.max(greatest, Math.abs(value));
      }
    }
    return greatest;
  }
}
