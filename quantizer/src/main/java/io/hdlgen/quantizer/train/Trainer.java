package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.input.InputOptions;
import java.util.List;

/**
 * Trains multilayer perceptrons. The same samples and options give the same network, bit for bit,
 * whatever the number of threads.
 */
public final class Trainer {
  private final Samples samples;
  private final TrainingOptions options;
  private final TrainingListener listener;
  private final Checkpoints checkpoints;

  /**
   * A trainer.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if there are too few rows or classes
   */
  public Trainer(
      Samples samples,
      TrainingOptions options,
      TrainingListener listener,
      Checkpoints checkpoints) {
    this.samples = samples;
    this.options = options;
    this.listener = listener;
    this.checkpoints = checkpoints;
  }

  /**
   * Trains a float network from scratch. Two classes get one output, more get one each.
   *
   * @param name of the network
   * @param hidden neurons of each hidden layer; may be empty
   * @param activation of the hidden layers
   */
  public FloatTraining trainFloat(String name, List<Integer> hidden, FloatActivation activation) {
    throw new UnsupportedOperationException();
  }

  /**
   * Trains an integer network that starts from, and learns from, a float network.
   *
   * @param start its layers are those of the result
   * @param inputs how the features are quantized
   * @param layers one a layer
   */
  public QuantizedTraining trainQuantized(
      FloatNetwork start, InputOptions inputs, List<LayerFormat> layers) {
    throw new UnsupportedOperationException();
  }
}
