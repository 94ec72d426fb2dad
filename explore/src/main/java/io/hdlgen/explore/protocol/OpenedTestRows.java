package io.hdlgen.explore.protocol;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.UnseenRows;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.quantizer.train.Samples;
import java.util.List;
import java.util.Optional;

/** Test rows after the choice was frozen. Figures are given of frozen networks alone. */
public final class OpenedTestRows {
  private final FrozenChoice choice;
  private final Samples samples;
  private final UnseenRows unseen;

  OpenedTestRows(FrozenChoice choice, Samples training, Samples samples) {
    this.choice = choice;
    this.samples = samples;
    unseen = UnseenRows.ofValues(training.features(), samples.features());
  }

  /** The rows themselves, in the order in which they were given. */
  public Samples samples() {
    return samples;
  }

  /** Which of them have features that occur among the training rows. */
  public UnseenRows unseen() {
    return unseen;
  }

  /**
   * The class that a frozen network gives each row.
   *
   * @throws IllegalArgumentException if it was not frozen, or tells other classes apart
   */
  public int[] classify(IntegerNetwork network) {
    if (!choice.holds(network)) {
      throw new IllegalArgumentException(
          network.name() + " was not frozen before the test rows were opened");
    }
    if (!network.classNames().equals(samples.classNames())) {
      throw new IllegalArgumentException(
          "classes %s, not %s".formatted(network.classNames(), samples.classNames()));
    }
    Dataset data = new Dataset("test rows", samples.featureNames(), samples.features(), List.of());
    return new ReferenceModel(network).classify(FeatureEncoder.encode(network, data), 1);
  }

  /** The figures of a frozen network; throws as {@link #classify}. */
  public Figures measure(IntegerNetwork network) {
    int[] predicted = classify(network);
    return new Figures(
        Part.TEST,
        ClassificationMetrics.of(predicted, samples.labels(), samples.classNames()),
        Optional.of(unseen.accuracy(predicted, samples.labels())));
  }
}
