package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Finds tables that are scaled otherwise than what was learnt from: 0 to 1, say, and 0 to 255. */
final class ScaleMismatch {
  private static final double SUSPICIOUS = 20;

  /** A few rows may lie near 0 by themselves; 0 to 1 in place of 0 to 255 is still found. */
  private static final double SMALL_FOR_FEW_ROWS = 100;

  /** Some of many rows come near the end of a range; 0 to 1 in place of 0 to 16 is found. */
  private static final double SMALL_FOR_MANY_ROWS = 10;

  private static final int MANY_ROWS = 30;

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

  /**
   * What to tell of rows whose values are far more than a network can tell apart, or of which no
   * feature comes near the end of its range.
   *
   * @throws InvalidInputException if the columns are not those of the network
   */
  static Optional<String> note(IntegerNetwork network, Dataset data) {
    double[] greatest = greatest(FeatureEncoder.values(network, data));
    double found = Arrays.stream(greatest).max().orElse(0);
    double known = 0;
    double reached = 0;
    for (int i = 0; i < greatest.length; i++) {
      InputFeature feature = network.inputs().get(i);
      double end = greatest(feature);
      // Any value has a sign, and a constant no scale.
      if (feature.encoding() != Encoding.BIPOLAR && end > 0) {
        known = Math.max(known, end);
        reached = Math.max(reached, greatest[i] / end);
      }
    }
    double small = data.rows().length < MANY_ROWS ? SMALL_FOR_FEW_ROWS : SMALL_FOR_MANY_ROWS;
    boolean different =
        known > 0 && (found > SUSPICIOUS * known || (reached > 0 && reached * small < 1));
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

  private static double greatest(InputFeature feature) {
    return Math.max(
        Math.abs(feature.decode(feature.min())), Math.abs(feature.decode(feature.max())));
  }

  private static double greatest(Dataset data) {
    return Arrays.stream(greatest(data.rows())).max().orElse(0);
  }

  /** The greatest magnitude of each feature. */
  private static double[] greatest(double[][] rows) {
    double[] greatest = new double[rows[0].length];
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        greatest[i] = Math.max(greatest[i], Math.abs(row[i]));
      }
    }
    return greatest;
  }
}
