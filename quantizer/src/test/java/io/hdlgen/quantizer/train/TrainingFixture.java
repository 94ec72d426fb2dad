package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.input.InputOptions;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small tables, options and measures that tests of training share. */
final class TrainingFixture {
  private TrainingFixture() {}

  static final List<Integer> HIDDEN = List.of(24, 12);
  static final InputOptions INPUTS = InputOptions.ofBits(4);

  /** Checkpoints in memory, after each epoch. */
  static final class Memory implements Checkpoints {
    final Map<String, byte[]> states = new HashMap<>();

    @Override
    public Optional<byte[]> load(String phase) {
      return Optional.ofNullable(states.get(phase));
    }

    @Override
    public boolean due() {
      return true;
    }

    @Override
    public void save(String phase, byte[] state) {
      states.put(phase, state);
    }
  }

  static List<LayerFormat> formats(String weights, int bits) {
    return Collections.nCopies(
        3, new LayerFormat(WeightFormat.parse(weights), new ActivationFormat.Unsigned(bits)));
  }

  static FloatTraining train(Samples samples, TrainingOptions options) {
    return train(samples, options, Checkpoints.NONE);
  }

  static FloatTraining train(Samples samples, TrainingOptions options, Checkpoints checkpoints) {
    return new Trainer(samples, options, TrainingListener.NONE, checkpoints)
        .trainFloat("net", HIDDEN, FloatActivation.RELU);
  }

  static TrainingOptions options(int epochs, int threads, long seed) {
    return new TrainingOptions(
        epochs,
        32,
        0.01,
        1e-4,
        true,
        ClassWeighting.NONE,
        0,
        0.1,
        0,
        0,
        0,
        0,
        0.5,
        0,
        seed,
        threads);
  }

  static TrainingOptions withPruning(TrainingOptions o, double sparsity, int fanIn) {
    return new TrainingOptions(
        o.epochs(),
        32,
        0.01,
        1e-4,
        true,
        ClassWeighting.NONE,
        0,
        0.1,
        0,
        0,
        sparsity,
        fanIn,
        0.5,
        0,
        o.seed(),
        1);
  }

  static TrainingOptions without(TrainingOptions o) {
    return new TrainingOptions(
        o.epochs(),
        32,
        0.01,
        1e-4,
        false,
        ClassWeighting.NONE,
        0,
        0.1,
        0,
        0,
        0,
        0,
        0.5,
        0,
        o.seed(),
        1);
  }

  /** Points on rings around the origin, in two real features and a useless one. */
  static Samples rings(int rows, int classes, long seed) {
    Random random = new Random(seed);
    double[][] features = new double[rows][];
    int[] labels = new int[rows];
    for (int r = 0; r < rows; r++) {
      labels[r] = random.nextInt(classes);
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = 1 + 2 * labels[r] + 0.25 * random.nextGaussian();
      features[r] =
          new double[] {
            radius * Math.cos(angle), 10 + radius * Math.sin(angle), random.nextDouble()
          };
    }
    List<String> names = List.of("inner", "middle", "outer").subList(0, classes);
    return new Samples(List.of("x", "y", "noise"), features, labels, names);
  }

  static Samples pick(Samples samples, int[] rows) {
    double[][] features = new double[rows.length][];
    int[] labels = new int[rows.length];
    for (int r = 0; r < rows.length; r++) {
      features[r] = samples.features()[rows[r]];
      labels[r] = samples.labels()[rows[r]];
    }
    return new Samples(samples.featureNames(), features, labels, samples.classNames());
  }

  static double accuracy(FloatNetwork network, Samples samples) {
    int right = 0;
    for (int r = 0; r < samples.rows(); r++) {
      right += network.classify(samples.features()[r]) == samples.labels()[r] ? 1 : 0;
    }
    return (double) right / samples.rows();
  }

  static int answers(FloatNetwork network, Samples samples, int label) {
    int count = 0;
    for (double[] row : samples.features()) {
      count += network.classify(row) == label ? 1 : 0;
    }
    return count;
  }

  static double accuracy(IntegerNetwork network, Samples samples) {
    long[][] codes = new long[samples.rows()][network.inputs().size()];
    for (int r = 0; r < codes.length; r++) {
      for (int i = 0; i < codes[r].length; i++) {
        codes[r][i] = network.inputs().get(i).encode(samples.features()[r][i]);
      }
    }
    int[] classes = new ReferenceModel(network).classify(codes, 1);
    int right = 0;
    for (int r = 0; r < classes.length; r++) {
      right += classes[r] == samples.labels()[r] ? 1 : 0;
    }
    return (double) right / samples.rows();
  }

  static long nonZeros(LongVector row) {
    return Arrays.stream(row.toArray()).filter(weight -> weight != 0).count();
  }

  static double magnitude(FloatNetwork network) {
    return network.layers().stream()
        .flatMap(layer -> Arrays.stream(layer.weights().getData()))
        .flatMapToDouble(Arrays::stream)
        .map(Math::abs)
        .sum();
  }
}
