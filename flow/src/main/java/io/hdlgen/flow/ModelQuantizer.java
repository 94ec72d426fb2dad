package io.hdlgen.flow;

import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.train.Checkpoints;
import io.hdlgen.quantizer.train.Trainer;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.util.List;
import java.util.Optional;

/** Makes integer networks of float networks. */
final class ModelQuantizer {
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
    return method.accept(
        new QuantizationMethod.Visitor<>() {
          @Override
          public Quantization visit(QuantizationMethod.Trained trained) {
            Optional<String> obstacle = obstacle(model, samples);
            return obstacle.isEmpty()
                ? train(model, samples, trained.options())
                : new ModelRounder(precision, QuantizationMethod.Rounded.DEFAULT, progress)
                    .round(model, samples, obstacle.stream().toList());
          }

          @Override
          public Quantization visit(QuantizationMethod.Rounded rounded) {
            return new ModelRounder(precision, rounded, progress).round(model, samples, List.of());
          }
        });
  }

  /** Why the model cannot be trained, though it can be rounded. */
  private Optional<String> obstacle(FloatNetwork model, Dataset samples) {
    if (!samples.hasLabels()) {
      return Optional.of(
          samples.source() + " has no labels: the model was rounded to integers, not trained");
    }
    return LayerFormats.weights(precision, model.layers().size()).stream()
            .allMatch(LayerFormats::isTrainable)
        ? Optional.empty()
        : Optional.of(
            "Weights of more than %d bits were rounded, not trained"
                .formatted(LayerFormats.MAX_TRAINED_BITS));
  }

  private Quantization train(FloatNetwork model, Dataset data, TrainingOptions options) {
    List<LayerFormat> formats =
        LayerFormats.of(
            precision, model.layers().stream().map(FloatLayer::activation).toList(), false);
    Trainer trainer =
        new Trainer(
            TrainingSamples.of(data, model),
            options,
            new TrainingProgress(progress),
            Checkpoints.NONE);
    return new Quantization(
        model,
        trainer.trainQuantized(model, precision.inputs(), formats).network(),
        data.rows().length,
        Optional.empty(),
        LayerFormats.notes(precision));
  }
}
