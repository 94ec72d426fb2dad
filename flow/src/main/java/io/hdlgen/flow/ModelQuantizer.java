package io.hdlgen.flow;

import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.ptq.PostTrainingQuantizer;
import io.hdlgen.quantizer.ptq.PtqOptions;
import io.hdlgen.quantizer.train.Checkpoints;
import io.hdlgen.quantizer.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes integer networks of float networks. */
final class ModelQuantizer {
  /** The most bits of a weight that is trained. */
  static final int MAX_TRAINED_BITS = 8;

  private final Precision precision;
  private final QuantizationMethod method;
  private final Progress progress;

  ModelQuantizer(Precision precision, QuantizationMethod method, Progress progress) {
    this.precision = precision;
    this.method = method;
    this.progress = progress;
  }

  /**
   * The integer network, trained where that was not declined and can be.
   *
   * @throws InvalidInputException if samples or precision do not fit the model
   */
  Quantization quantize(FloatNetwork model, Dataset samples) {
    if (samples.features() != model.featureNames().size()) {
      throw new InvalidInputException(
          samples.source(),
          samples.features() + " feature columns",
          model.featureNames().size() + ", one an input of the model; is --label right?");
    }
    List<String> notes = new ArrayList<>(LayerFormats.notes(precision));
    boolean trained = !method.postTraining();
    if (trained && !samples.hasLabels()) {
      notes.add(
          samples.source() + " has no labels: the model was rounded to integers, not trained");
      trained = false;
    }
    if (trained && widestWeight(model.layers().size()) > MAX_TRAINED_BITS) {
      notes.add(
          "Weights of more than %d bits were rounded, not trained".formatted(MAX_TRAINED_BITS));
      trained = false;
    }
    IntegerNetwork network = trained ? train(model, samples) : round(model, samples);
    return new Quantization(model, network, samples.rows().length, trained, notes);
  }

  private int widestWeight(int layers) {
    LayerFormats.check(precision, layers);
    return precision.weights().isEmpty()
        ? IntStream.range(0, layers).map(precision::weightBitsOf).max().orElse(0)
        : 0;
  }

  private IntegerNetwork train(FloatNetwork model, Dataset data) {
    List<LayerFormat> formats =
        LayerFormats.of(
            precision, model.layers().stream().map(FloatLayer::activation).toList(), false);
    Trainer trainer =
        new Trainer(
            TrainingSamples.of(data, model),
            method.training(),
            new TrainingProgress(progress),
            Checkpoints.NONE);
    return trainer.trainQuantized(model, precision.inputs(), formats).network();
  }

  private IntegerNetwork round(FloatNetwork model, Dataset data) {
    progress.stage("quantizing", 0);
    return PostTrainingQuantizer.quantize(model, data.rows(), options());
  }

  private PtqOptions options() {
    if (!precision.layerBits().isEmpty()) {
      throw new InvalidInputException(
          "--layer-bits", "no training", "--bits; or training, with labelled data");
    }
    return new PtqOptions(weightBits(), precision.activationBitsOf(0), precision.inputs());
  }

  /** Rounding knows two's complement and -1, +1. */
  private int weightBits() {
    if (precision.weights().isEmpty()) {
      return precision.weightBitsOf(0);
    }
    WeightFormat format = precision.weights().get(0);
    for (int bits = 1; bits <= MAX_TRAINED_BITS; bits++) {
      if (precision.weights().size() == 1 && WeightFormat.ofBits(bits).equals(format)) {
        return bits;
      }
    }
    throw new InvalidInputException(
        "--weights",
        format.text() + " and no training",
        "binary or int2 to int8; or training, with labelled data");
  }
}
