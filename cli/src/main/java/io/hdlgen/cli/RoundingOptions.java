package io.hdlgen.cli;

import io.hdlgen.flow.QuantizationMethod;
import io.hdlgen.quantizer.calibration.Calibration;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** How a model is rounded to integers. */
final class RoundingOptions {
  private static final double USUAL_DROP = 0.5;

  @Option(
      names = "--calibration",
      paramLabel = "KIND",
      description =
          "Which range hidden values cover when a model is rounded: minmax, percentile,"
              + " percentile-P (50 to 100) or mse (default: mse).")
  private String calibration;

  @Option(
      names = "--auto-bits",
      description =
          "Search the bits of each layer: the cheapest rounded network within --max-drop.")
  private boolean autoBits;

  @Option(
      names = "--max-drop",
      paramLabel = "POINTS",
      description =
          "Percentage points of accuracy that --auto-bits may lose against the model (default:"
              + " 0.5).")
  private Double maxDrop;

  QuantizationMethod.Rounded method() {
    if (maxDrop != null && !autoBits) {
      throw new InvalidInputException("--max-drop", "no --auto-bits", "both, or none of them");
    }
    double points = maxDrop == null ? USUAL_DROP : maxDrop;
    return new QuantizationMethod.Rounded(
        calibration == null
            ? QuantizationMethod.Rounded.DEFAULT.calibration()
            : Calibration.parse(calibration),
        autoBits ? OptionalDouble.of(points / 100) : OptionalDouble.empty());
  }
}
