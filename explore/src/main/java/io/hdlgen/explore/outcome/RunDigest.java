package io.hdlgen.explore.outcome;

import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.quantizer.train.Samples;
import java.util.Arrays;
import java.util.List;

/** By which a run is known again: a digest of what its trials depend on. */
public final class RunDigest {
  private RunDigest() {}

  /**
   * The digest, 64 hexadecimal digits.
   *
   * @param options all that counts beside the rows
   * @param training rows that are learnt from
   */
  public static String of(List<?> options, Samples training) {
    StringBuilder text = new StringBuilder();
    options.forEach(option -> text.append(option).append('\n'));
    text.append(training.featureNames()).append(training.classNames()).append('\n');
    text.append(Arrays.toString(training.labels())).append('\n');
    for (double[] row : training.features()) {
      text.append(Arrays.toString(row)).append('\n');
    }
    return Sha256.of(text.toString());
  }
}
