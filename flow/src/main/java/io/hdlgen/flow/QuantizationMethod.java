package io.hdlgen.flow;

import io.hdlgen.quantizer.calibration.Calibration;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.util.OptionalDouble;

/** How a model of real numbers becomes one of integers. */
public sealed interface QuantizationMethod {
  /** Training with the usual options. */
  QuantizationMethod DEFAULT = new Trained(TrainingOptions.DEFAULT);

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method a kind. */
  interface Visitor<R> {
    R visit(Trained trained);

    R visit(Rounded rounded);
  }

  /** It is trained further as integers; rounded as usual where that cannot be. */
  record Trained(TrainingOptions options) implements QuantizationMethod {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * It is rounded with care, and not trained.
   *
   * @param calibration which range the hidden values cover
   * @param maxDrop if present, the bits of each layer are searched for: the cheapest network that
   *     loses no more accuracy than this, 0 to 1
   */
  record Rounded(Calibration calibration, OptionalDouble maxDrop) implements QuantizationMethod {
    /** The usual calibration, and bits as the precision says. */
    public static final Rounded DEFAULT =
        new Rounded(new Calibration.MeanSquaredError(), OptionalDouble.empty());

    public Rounded {
      if (maxDrop.isPresent() && !(maxDrop.getAsDouble() >= 0 && maxDrop.getAsDouble() <= 1)) {
        throw new InvalidInputException(
            "--max-drop", 100 * maxDrop.getAsDouble() + " points", "0 to 100");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
