package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Finds tables that are scaled otherwise than what was learnt from: 0 to 1, say, and 0 to 255. */
final class ScaleMismatch {
  private static final double SUSPICIOUS = 20;

  /** A few rows may lie near 0 by themselves; 0 to 1 in place of 0 to 255 is still found. */
  private static final double SUSPICIOUSLY_SMALL = 100;

  private static final String HINT =
      "are both scaled alike? (Unsigned bytes, of IDX or arrays of uint8, are divided by 255,"
          + " nothing else is)";

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
                "The values of %s go to %.4g, those of %s to %.4g: " + HINT,
                name(test),
                tested,
                name(training),
                learnt));
  }

  /** What to tell of rows whose values are far more, or far less, than a network can tell apart. */
  static Optional<String> note(IntegerNetwork network, Dataset data) {
    double known =
        network.inputs().stream()
            .filter(feature -> feature.encoding() != Encoding.BIPOLAR)
            .flatMapToDouble(
                feature ->
                    DoubleStream.of(feature.decode(feature.min()), feature.decode(feature.max())))
            .map(Math::abs)
            .max()
            .orElse(Double.NaN);
    double found = greatest(data);
    // A comparison with NaN is false: any value may have a sign.
    boolean different =
        found > SUSPICIOUS * known || (found > 0 && known > SUSPICIOUSLY_SMALL * found);
    return different
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "The values of %s go to %.4g, the inputs of the network to %.4g: " + HINT,
                name(data),
                found,
                known))
        : Optional.empty();
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
