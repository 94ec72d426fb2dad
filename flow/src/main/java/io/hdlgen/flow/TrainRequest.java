package io.hdlgen.flow;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be trained, and on what.
 *
 * @param data labelled samples to learn from
 * @param testData labelled samples that nothing is learnt from
 * @param floatModel a model of real numbers to start from; empty: one is trained first
 * @param hidden neurons of each hidden layer, 1 to 16,384, at most 32 layers; empty for a linear
 *     classifier; without effect with a float model
 * @param activation of the hidden layers; without effect with a float model
 * @param precision if it asks for quantization, an integer network is trained, else a float one
 * @param training how
 * @param output the file; empty for {@code ./<data>.network.json} or {@code ./<data>.model.json}
 * @param resume whether to go on where a killed run of the same request has left off
 */
public record TrainRequest(
    DataSource data,
    Optional<DataSource> testData,
    Optional<Path> floatModel,
    List<Integer> hidden,
    HiddenActivation activation,
    Precision precision,
    TrainingOptions training,
    Optional<Path> output,
    boolean resume) {
  /** Hidden layers where none are given. */
  public static final List<Integer> DEFAULT_HIDDEN = List.of(64, 32);

  private static final int MAX_NEURONS = 16_384;
  private static final int MAX_LAYERS = 32;

  public TrainRequest {
    hidden = List.copyOf(hidden);
    if (hidden.size() > MAX_LAYERS) {
      throw new InvalidInputException(
          "--hidden", hidden.size() + " layers", "at most " + MAX_LAYERS);
    }
    for (int neurons : hidden) {
      if (neurons < 1 || neurons > MAX_NEURONS) {
        throw new InvalidInputException(
            "--hidden",
            Integer.toString(neurons),
            "1 to %d neurons a layer".formatted(MAX_NEURONS));
      }
    }
  }

  /** A network with all the usual choices: of integers if {@code precision} asks for them. */
  public static TrainRequest of(DataSource data, Precision precision) {
    return new TrainRequest(
        data,
        Optional.empty(),
        Optional.empty(),
        DEFAULT_HIDDEN,
        HiddenActivation.RELU,
        precision,
        TrainingOptions.DEFAULT,
        Optional.empty(),
        false);
  }

  public TrainRequest withTestData(DataSource other) {
    return new TrainRequest(
        data,
        Optional.of(other),
        floatModel,
        hidden,
        activation,
        precision,
        training,
        output,
        resume);
  }

  public TrainRequest withHidden(List<Integer> other) {
    return new TrainRequest(
        data, testData, floatModel, other, activation, precision, training, output, resume);
  }

  public TrainRequest withTraining(TrainingOptions other) {
    return new TrainRequest(
        data, testData, floatModel, hidden, activation, precision, other, output, resume);
  }

  public TrainRequest withOutput(Path file) {
    return new TrainRequest(
        data,
        testData,
        floatModel,
        hidden,
        activation,
        precision,
        training,
        Optional.of(file),
        resume);
  }
}
