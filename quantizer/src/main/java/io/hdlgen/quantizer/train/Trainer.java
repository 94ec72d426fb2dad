package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.input.InputOptions;
import io.hdlgen.quantizer.input.InputQuantizer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Workers;
import io.hdlgen.quantizer.train.net.Mlp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.random.Well19937c;

/**
 * Trains multilayer perceptrons. The same samples and options give the same network, bit for bit,
 * whatever the number of threads.
 */
public final class Trainer {
  private static final int EVALUATION_ROWS = 256;

  private final Samples samples;
  private final TrainingOptions options;
  private final TrainingListener listener;
  private final Checkpoints checkpoints;
  private final Split split;

  /**
   * A trainer.
   *
   * @throws InvalidInputException if there are no rows, or rows of fewer than two classes
   */
  public Trainer(
      Samples samples,
      TrainingOptions options,
      TrainingListener listener,
      Checkpoints checkpoints) {
    long classes = Arrays.stream(samples.labels()).distinct().count();
    if (classes < 2) {
      throw new InvalidInputException(
          "training data",
          samples.rows() == 0
              ? "no rows"
              : "rows of one class alone, \""
                  + samples.classNames().get(samples.labels()[0])
                  + "\"",
          "rows of two classes or more; is the label column right?");
    }
    this.samples = samples;
    this.options = options;
    this.listener = listener;
    this.checkpoints = checkpoints;
    this.split =
        Splitter.split(
            samples.labels(),
            samples.classNames().size(),
            options.validationFraction(),
            options.seed());
  }

  /**
   * Trains a float network from scratch. Two classes get one output, more get one each.
   *
   * @param name of the network
   * @param hidden neurons of each hidden layer; may be empty
   * @param activation of the hidden layers
   * @throws InvalidInputException if a checkpoint is of another training
   */
  public FloatTraining trainFloat(String name, List<Integer> hidden, FloatActivation activation) {
    int classes = samples.classNames().size();
    List<Integer> widths = new ArrayList<>(List.of(samples.featureNames().size()));
    widths.addAll(hidden);
    widths.add(classes == 2 ? 1 : classes);
    boolean centred = !options.batchNorm() || hidden.isEmpty();
    FeatureScaling scaling = FeatureScaling.of(samples.features(), split.training(), centred);
    try (Workers workers = new Workers(options.threads())) {
      Mlp network =
          new Mlp(
              widths,
              Collections.nCopies(hidden.size(), activation),
              options.batchNorm(),
              List.of(),
              1,
              Math.max(options.batchSize() * 2, EVALUATION_ROWS),
              workers);
      Initialization.draw(network, new Well19937c(options.seed()));
      Rows rows = new Rows(scaling.apply(samples.features()), samples.labels(), weights(), null);
      CheckpointCodec codec =
          new CheckpointCodec(
              Fingerprint.of(samples, options, List.of("float", widths, activation)));
      int best =
          new Session("float", network, rows, split, options, listener, checkpoints, codec, workers)
              .run();
      FloatNetwork result =
          FloatConversion.convert(name, samples.featureNames(), network, scaling, activation);
      return new FloatTraining(result, split, best);
    }
  }

  /**
   * Trains an integer network that starts from, and learns from, a float network.
   *
   * @param start its layers are those of the result
   * @param inputs how the features are quantized
   * @param formats one a layer
   * @throws InvalidInputException if network, formats and samples do not fit each other, or a
   *     checkpoint is of another training
   */
  public QuantizedTraining trainQuantized(
      FloatNetwork start, InputOptions inputs, List<LayerFormat> formats) {
    check(start, formats);
    List<InputFeature> features =
        InputQuantizer.features(samples.featureNames(), samples.features(), inputs);
    Matrix codes = codes(features);
    List<Integer> widths = new ArrayList<>(List.of(features.size()));
    start.layers().forEach(layer -> widths.add(layer.weights().getRowDimension()));
    List<FloatActivation> activations =
        start.layers().subList(0, formats.size() - 1).stream()
            .map(layer -> layer.activation())
            .toList();
    try (Workers workers = new Workers(options.threads())) {
      Mlp network =
          new Mlp(
              widths,
              activations,
              options.batchNorm(),
              formats,
              inputScale(codes),
              Math.max(options.batchSize() * 2, EVALUATION_ROWS),
              workers);
      new QuantizedStart(start, features, formats, options.batchNorm())
          .apply(network, samples.features(), codes, split.training());
      Matrix teacher = options.distillation() > 0 ? logits(start, workers) : null;
      CheckpointCodec codec =
          new CheckpointCodec(
              Fingerprint.of(samples, options, List.of(features, formats, Fingerprint.of(start))));
      int best =
          new Session(
                  "quantized",
                  network,
                  new Rows(codes, samples.labels(), weights(), teacher),
                  split,
                  options,
                  listener,
                  checkpoints,
                  codec,
                  workers)
              .run();
      return new QuantizedTraining(
          new IntegerConversion(network, formats)
              .convert(start.name(), features, samples.classNames()),
          split,
          best);
    }
  }

  private void check(FloatNetwork start, List<LayerFormat> formats) {
    if (start.featureNames().size() != samples.featureNames().size()) {
      throw new InvalidInputException(
          "training data",
          samples.featureNames().size() + " features",
          start.featureNames().size() + ", as the model has inputs");
    }
    if (formats.size() != start.layers().size()) {
      throw new InvalidInputException(
          "bits of layers",
          "those of " + formats.size() + " layers",
          start.layers().size() + ", one for each layer of the model");
    }
    int outputs = start.layers().get(formats.size() - 1).weights().getRowDimension();
    int classes = samples.classNames().size();
    if (classes != Math.max(2, outputs)) {
      throw new InvalidInputException(
          "training data",
          classes + " classes",
          Math.max(2, outputs) + ", as the model tells apart");
    }
    for (LayerFormat format : formats) {
      if (!format.weights().hasZero() && (options.sparsity() > 0 || options.fanIn() > 0)) {
        throw new InvalidInputException(
            "weights",
            format.weights().text() + ", which has no 0, and pruning",
            "ternary or more");
      }
    }
  }

  private Matrix codes(List<InputFeature> features) {
    Matrix codes = new Matrix(samples.rows(), features.size());
    for (int r = 0; r < samples.rows(); r++) {
      for (int i = 0; i < features.size(); i++) {
        codes.set(r, i, features.get(i).encode(samples.features()[r][i]));
      }
    }
    return codes;
  }

  /** Makes codes vary by about 1. */
  private float inputScale(Matrix codes) {
    int n = codes.columns();
    double total = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      double squares = 0;
      for (int row : split.training()) {
        double code = codes.get(row, i);
        sum += code;
        squares += code * code;
      }
      double mean = sum / split.training().length;
      total += squares / split.training().length - mean * mean;
    }
    return total > 0 ? (float) (1 / Math.sqrt(total / n)) : 1;
  }

  private Matrix logits(FloatNetwork teacher, Workers workers) {
    long weights =
        teacher.layers().stream()
            .mapToLong(
                layer ->
                    (long) layer.weights().getRowDimension() * layer.weights().getColumnDimension())
            .sum();
    int outputs = teacher.outputs(samples.features()[0]).length;
    Matrix logits = new Matrix(samples.rows(), outputs);
    workers.forEach(
        samples.rows(),
        weights,
        (from, to) -> {
          for (int r = from; r < to; r++) {
            double[] row = teacher.outputs(samples.features()[r]);
            for (int k = 0; k < outputs; k++) {
              logits.set(r, k, (float) row[k]);
            }
          }
        });
    return logits;
  }

  /** How much each row counts; 1 on average over the training rows. */
  private float[] weights() {
    double power =
        switch (options.classWeighting()) {
          case NONE -> 0;
          case ROOT -> 0.5;
          case BALANCED -> 1;
        };
    int[] counts = new int[samples.classNames().size()];
    for (int row : split.training()) {
      counts[samples.labels()[row]]++;
    }
    double total = 0;
    double[] byClass = new double[counts.length];
    for (int k = 0; k < counts.length; k++) {
      byClass[k] = counts[k] == 0 ? 0 : StrictMath.pow(counts[k], -power);
      total += byClass[k] * counts[k];
    }
    float[] weights = new float[samples.rows()];
    for (int r = 0; r < weights.length; r++) {
      weights[r] = (float) (byClass[samples.labels()[r]] * split.training().length / total);
    }
    return weights;
  }
}
