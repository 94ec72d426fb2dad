package io.hdlgen.flow;

import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.train.Trainer;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes integer networks of float networks. */
final class ModelQuantizer {
  private final Precision precision;
  private final Optional<QuantizationMethod> method;
  private final int threads;
  private final Progress progress;
  private final RunCheckpoints checkpoints;

  /**
   * @param method empty: as usual, as far as that can be
   */
  ModelQuantizer(
      Precision precision,
      Optional<QuantizationMethod> method,
      int threads,
      Progress progress,
      RunCheckpoints checkpoints) {
    this.precision = precision;
    this.method = method;
    this.threads = threads;
    this.progress = progress;
    this.checkpoints = checkpoints;
  }

  /**
   * The integer network, trained where that was not declined and can be.
   *
   * @throws InvalidInputException if samples or precision do not fit the model
   */
  Quantization quantize(FloatNetwork model, Dataset samples) {
    TrainingSamples.requireFeatures(samples, model);
    if (method.isEmpty()) {
      Optional<String> obstacle = obstacle(model, samples);
      return obstacle.isEmpty()
          ? train(model, samples, TrainingOptions.DEFAULT.withThreads(threads))
          : round(
              QuantizationMethod.Rounded.DEFAULT,
              model,
              samples,
              List.of(obstacle.get() + ": the model was rounded to integers, not trained"));
    }
    return method
        .get()
        .accept(
            new QuantizationMethod.Visitor<>() {
              @Override
              public Quantization visit(QuantizationMethod.Trained trained) {
                obstacle(model, samples).ifPresent(ModelQuantizer::refuseTraining);
                return train(model, samples, trained.options());
              }

              @Override
              public Quantization visit(QuantizationMethod.Rounded rounded) {
                return round(rounded, model, samples, List.of());
              }
            });
  }

  private Quantization round(
      QuantizationMethod.Rounded rounded, FloatNetwork model, Dataset samples, List<String> notes) {
    return new ModelRounder(precision, rounded, progress).round(model, samples, notes);
  }

  private static void refuseTraining(String obstacle) {
    throw new InvalidInputException(
        "options of the training",
        obstacle,
        "labels and at most %d bits; or --ptq in place of these options"
            .formatted(LayerFormats.MAX_TRAINED_BITS));
  }

  /** Why the model cannot be trained, though it can be rounded. */
  private Optional<String> obstacle(FloatNetwork model, Dataset samples) {
    if (!samples.hasLabels()) {
      return Optional.of(samples.source() + " has no labels");
    }
    return LayerFormats.weights(precision, model.layers().size()).stream()
            .allMatch(LayerFormats::isTrainable)
        ? Optional.empty()
        : Optional.of("Weights have more than %d bits".formatted(LayerFormats.MAX_TRAINED_BITS));
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
            checkpoints.open());
    IntegerNetwork network = trainer.trainQuantized(model, precision.inputs(), formats).network();
    List<String> notes = new ArrayList<>(LayerFormats.notes(precision));
    TrainingSamples.note(data, network).ifPresent(notes::add);
    return new Quantization(model, network, data.rows().length, Optional.empty(), notes);
  }
}
