package io.hdlgen.quantizer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.input.InputOptions;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
  private static final List<Integer> HIDDEN = List.of(24, 12);
  private static final InputOptions INPUTS = InputOptions.ofBits(4);

  @Test
  void aFloatNetworkLearns() {
    Samples samples = rings(600, 3, 1);
    FloatTraining training = train(samples, options(40, 2, 1));
    Samples fresh = rings(600, 3, 2);
    assertThat(accuracy(training.network(), fresh)).isGreaterThan(0.95);
    assertThat(training.split().validation()).hasSizeBetween(55, 65);
  }

  @Test
  void twoClassesGetOneOutput() {
    Samples samples = rings(300, 2, 1);
    FloatTraining training = train(samples, options(30, 1, 1));
    assertThat(training.network().outputs(samples.features()[0])).hasSize(1);
    assertThat(accuracy(training.network(), samples)).isGreaterThan(0.95);
    IntegerNetwork network =
        new Trainer(samples, options(30, 1, 1), TrainingListener.NONE, Checkpoints.NONE)
            .trainQuantized(training.network(), INPUTS, formats("int4", 4))
            .network();
    assertThat(accuracy(network, samples)).isGreaterThan(0.93);
  }

  @ParameterizedTest
  @CsvSource({
    "int8, 8, 0.93",
    "int4, 4, 0.93",
    "int2, 2, 0.88",
    "ternary, 2, 0.85",
    "pow2-4, 3, 0.92",
    "digits-2, 4, 0.93",
    "binary, 3, 0.65",
    "binary, 1, 0.33",
  })
  void accuracyThatTrainingReportsIsThatOfTheIntegerNetwork(
      String weights, int bits, double least) {
    Samples samples = rings(600, 3, 1);
    FloatNetwork start = train(samples, options(30, 1, 1)).network();
    List<EpochReport> reports = new ArrayList<>();
    QuantizedTraining training =
        new Trainer(samples, options(60, 1, 1), reports::add, Checkpoints.NONE)
            .trainQuantized(start, INPUTS, formats(weights, bits));
    Samples validation = pick(samples, training.split().validation());
    assertThat(reports).hasSize(60);
    assertThat(reports.get(training.bestEpoch() - 1).validationAccuracy().orElseThrow())
        .isEqualTo(accuracy(training.network(), validation));
    assertThat(accuracy(training.network(), rings(600, 3, 2))).isGreaterThan(least);
    List<Long> levels = Arrays.stream(WeightFormat.parse(weights).levels()).boxed().toList();
    for (DenseLayer layer : training.network().layers()) {
      for (int n = 0; n < layer.outputs(); n++) {
        for (long weight : layer.weights().row(n).toArray()) {
          assertThat(levels).contains(weight);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"TANH, s4", "SIGMOID, u3", "HARD_TANH, s3", "HARD_TANH, b", "IDENTITY, s5"})
  void otherActivationsAreQuantizedToo(FloatActivation activation, String format) {
    Samples samples = rings(500, 3, 1);
    TrainingOptions options = options(25, 1, 1);
    FloatNetwork start =
        new Trainer(samples, options, TrainingListener.NONE, Checkpoints.NONE)
            .trainFloat("net", List.of(24), activation)
            .network();
    ActivationFormat values =
        switch (format.charAt(0)) {
          case 's' -> new ActivationFormat.Signed(format.charAt(1) - '0');
          case 'u' -> new ActivationFormat.Unsigned(format.charAt(1) - '0');
          default -> new ActivationFormat.Bipolar();
        };
    List<EpochReport> reports = new ArrayList<>();
    QuantizedTraining training =
        new Trainer(samples, options, reports::add, Checkpoints.NONE)
            .trainQuantized(
                start,
                INPUTS,
                Collections.nCopies(2, new LayerFormat(WeightFormat.parse("int4"), values)));
    assertThat(reports.get(training.bestEpoch() - 1).validationAccuracy().orElseThrow())
        .isEqualTo(accuracy(training.network(), pick(samples, training.split().validation())));
    assertThat(accuracy(training.network(), samples))
        .isGreaterThan(accuracy(start, samples) - 0.12);
  }

  @Test
  void theSameNetworkOnAnyNumberOfThreads() {
    Samples samples = rings(400, 3, 1);
    String first = null;
    for (int threads : new int[] {1, 2, 4}) {
      TrainingOptions options = options(6, threads, 9);
      Trainer trainer = new Trainer(samples, options, TrainingListener.NONE, Checkpoints.NONE);
      FloatNetwork start =
          trainer.trainFloat("net", List.of(128, 96), FloatActivation.RELU).network();
      String text =
          Arrays.toString(start.outputs(samples.features()[3]))
              + NetworkJson.write(
                  trainer.trainQuantized(start, INPUTS, formats("int2", 2)).network());
      first = first == null ? text : first;
      assertThat(text).isEqualTo(first);
    }
    assertThat(
            Arrays.toString(
                train(samples, options(6, 1, 10)).network().outputs(samples.features()[3])))
        .as("another seed")
        .isNotEqualTo(
            Arrays.toString(
                train(samples, options(6, 1, 9)).network().outputs(samples.features()[3])));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 14, 17, 19, 20})
  void aResumedTrainingEndsWithTheSameNetwork(int killedAfter) {
    Samples samples = rings(300, 3, 1);
    TrainingOptions options = withPruning(options(20, 1, 1), 0.3, 0);
    FloatNetwork start = train(samples, options).network();
    String whole =
        NetworkJson.write(
            new Trainer(samples, options, TrainingListener.NONE, Checkpoints.NONE)
                .trainQuantized(start, INPUTS, formats("int4", 2))
                .network());
    Memory memory = new Memory();
    TrainingListener killer =
        report -> {
          if (report.epoch() == killedAfter + 1) {
            throw new IllegalStateException("killed");
          }
        };
    Trainer killed = new Trainer(samples, options, killer, memory);
    if (killedAfter < 20) {
      assertThatThrownBy(() -> killed.trainQuantized(start, INPUTS, formats("int4", 2)))
          .hasMessage("killed");
    } else {
      killed.trainQuantized(start, INPUTS, formats("int4", 2));
    }
    List<EpochReport> reports = new ArrayList<>();
    String resumed =
        NetworkJson.write(
            new Trainer(samples, options, reports::add, memory)
                .trainQuantized(start, INPUTS, formats("int4", 2))
                .network());
    assertThat(resumed).isEqualTo(whole);
    assertThat(reports).hasSize(20 - killedAfter);
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused() {
    Memory memory = new Memory();
    train(rings(100, 3, 1), options(3, 1, 1), memory);
    assertThatThrownBy(() -> train(rings(100, 3, 1), options(4, 1, 1), memory))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("other data or options");
    assertThatThrownBy(() -> train(rings(100, 3, 2), options(3, 1, 1), memory))
        .isInstanceOf(InvalidInputException.class);
    for (byte[] damaged : new byte[][] {{1, 2, 3}, {'h', 'd', 'l', '1', -1, -1, -1, -1}}) {
      memory.states.put("float", damaged);
      assertThatThrownBy(() -> train(rings(100, 3, 1), options(3, 1, 1), memory))
          .isInstanceOf(InvalidInputException.class);
    }
  }

  @Test
  void aTrainingIsResumedOnAnotherNumberOfThreads() {
    Samples rings = rings(100, 3, 1);
    Samples samples =
        new Samples(
            List.of("threads=1", "x", "y"), rings.features(), rings.labels(), rings.classNames());
    Memory memory = new Memory();
    train(samples, options(3, 1, 1), memory);
    assertThat(train(samples, options(3, 2, 1), memory).bestEpoch()).isEqualTo(3);
  }

  @Test
  void pruningLeavesAsManyWeightsAsAsked() {
    Samples samples = rings(400, 3, 1);
    TrainingOptions options = withPruning(options(40, 1, 1), 0.5, 1);
    FloatNetwork start = train(samples, withPruning(options(40, 1, 1), 0.5, 3)).network();
    for (double[] row : start.layers().get(1).weights().getData()) {
      assertThat(Arrays.stream(row).filter(weight -> weight != 0).count()).isLessThanOrEqualTo(3);
    }
    IntegerNetwork network =
        new Trainer(samples, options, TrainingListener.NONE, Checkpoints.NONE)
            .trainQuantized(start, INPUTS, formats("int4", 4))
            .network();
    for (DenseLayer layer : network.layers()) {
      for (int n = 0; n < layer.outputs(); n++) {
        assertThat(nonZeros(layer.weights().row(n))).isLessThanOrEqualTo(1);
      }
    }
    IntegerNetwork sparse =
        new Trainer(
                samples,
                withPruning(options(40, 1, 1), 0.5, 0),
                TrainingListener.NONE,
                Checkpoints.NONE)
            .trainQuantized(start, INPUTS, formats("int4", 4))
            .network();
    for (DenseLayer layer : sparse.layers()) {
      long kept =
          IntStream.range(0, layer.outputs())
              .mapToLong(n -> nonZeros(layer.weights().row(n)))
              .sum();
      assertThat(kept)
          .isPositive()
          .isLessThanOrEqualTo(layer.outputs() * (layer.inputs() + 1L) / 2);
    }
    assertThatThrownBy(
            () ->
                new Trainer(samples, options, TrainingListener.NONE, Checkpoints.NONE)
                    .trainQuantized(start, INPUTS, formats("binary", 4)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no 0");
  }

  @Test
  void l1MakesWeightsSmaller() {
    Samples samples = rings(300, 3, 1);
    TrainingOptions plain = options(30, 1, 1);
    TrainingOptions lasso =
        new TrainingOptions(
            30, 32, 0.01, 1e-4, false, ClassWeighting.NONE, 0, 0.1, 0, 0.01, 0, 0, 0.5, 1, 1);
    assertThat(magnitude(train(samples, lasso).network()))
        .isLessThan(0.7 * magnitude(train(samples, without(plain)).network()));
  }

  @Test
  void rareClassesCountMoreWithClassWeights() {
    Random random = new Random(1);
    double[][] features = new double[600][2];
    int[] labels = new int[600];
    for (int r = 0; r < 600; r++) {
      labels[r] = r % 30 == 0 ? 1 : 0;
      features[r][0] = random.nextGaussian() + 1.2 * labels[r];
      features[r][1] = random.nextGaussian();
    }
    Samples samples = new Samples(List.of("a", "b"), features, labels, List.of("no", "yes"));
    TrainingOptions balanced =
        new TrainingOptions(
            20, 32, 0.01, 1e-4, true, ClassWeighting.BALANCED, 0, 0, 0, 0, 0, 0, 0.5, 1, 1);
    TrainingOptions none =
        new TrainingOptions(
            20, 32, 0.01, 1e-4, true, ClassWeighting.NONE, 0, 0, 0, 0, 0, 0, 0.5, 1, 1);
    assertThat(answers(train(samples, balanced).network(), samples, 1))
        .isGreaterThan(3 * answers(train(samples, none).network(), samples, 1) + 50);
  }

  @Test
  void earlyStoppingStops() {
    Samples samples = rings(200, 2, 1);
    List<EpochReport> reports = new ArrayList<>();
    TrainingOptions options =
        new TrainingOptions(
            500, 32, 0.01, 1e-4, true, ClassWeighting.NONE, 0, 0.2, 5, 0, 0, 0, 0.5, 1, 1);
    FloatTraining training =
        new Trainer(samples, options, reports::add, Checkpoints.NONE)
            .trainFloat("net", HIDDEN, FloatActivation.RELU);
    assertThat(reports).hasSizeLessThan(500).hasSize(training.bestEpoch() + 5);
    double best =
        reports.stream().mapToDouble(r -> r.validationAccuracy().orElseThrow()).max().orElseThrow();
    assertThat(accuracy(training.network(), pick(samples, training.split().validation())))
        .isEqualTo(best);
  }

  @Test
  void withoutPatienceTheLastEpochIsTheResult() {
    FloatTraining training = train(rings(200, 2, 1), options(30, 1, 1));
    assertThat(training.bestEpoch()).isEqualTo(30);
  }

  /** Running averages would lag far behind. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aBatchOrTwoOfRowsIsEnoughForBatchNormalisation(int batches) {
    Samples samples = rings(48, 2, 1);
    TrainingOptions options =
        new TrainingOptions(
            60, 48 / batches, 0.02, 1e-4, true, ClassWeighting.NONE, 0, 0, 0, 0, 0, 0, 0.5, 1, 1);
    assertThat(accuracy(train(samples, options).network(), samples)).isGreaterThan(0.95);
  }

  @Test
  void degenerateData() {
    Samples one =
        new Samples(List.of("a"), new double[][] {{1}, {2}}, new int[] {0, 0}, List.of("x", "y"));
    assertThatThrownBy(
            () -> new Trainer(one, options(3, 1, 1), TrainingListener.NONE, Checkpoints.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("one class alone, \"x\"");
    double[][] features = new double[40][];
    int[] labels = new int[40];
    for (int r = 0; r < 40; r++) {
      labels[r] = r % 2;
      features[r] = new double[] {3.5, 1e6 + labels[r], 0};
    }
    Samples constant = new Samples(List.of("a", "b", "c"), features, labels, List.of("x", "y"));
    FloatNetwork start = train(constant, options(60, 1, 1)).network();
    assertThat(accuracy(start, constant)).isEqualTo(1);
    IntegerNetwork network =
        new Trainer(constant, options(30, 1, 1), TrainingListener.NONE, Checkpoints.NONE)
            .trainQuantized(start, INPUTS, formats("int2", 2))
            .network();
    assertThat(accuracy(network, constant)).isEqualTo(1);
    Samples two = pick(constant, new int[] {0, 1});
    assertThat(train(two, options(5, 1, 1)).split().training()).hasSize(2);
  }

  @Test
  void withoutHiddenLayersAndWithoutBatchNorm() {
    Samples samples = rings(200, 3, 1);
    TrainingOptions options = without(options(30, 1, 1));
    Trainer trainer = new Trainer(samples, options, TrainingListener.NONE, Checkpoints.NONE);
    FloatNetwork linear = trainer.trainFloat("net", List.of(), FloatActivation.RELU).network();
    assertThat(linear.layers()).hasSize(1);
    IntegerNetwork network =
        trainer
            .trainQuantized(
                linear,
                INPUTS,
                List.of(
                    new LayerFormat(WeightFormat.parse("int4"), new ActivationFormat.Bipolar())))
            .network();
    assertThat(accuracy(network, samples)).isGreaterThan(accuracy(linear, samples) - 0.1);
    FloatNetwork deep = trainer.trainFloat("net", HIDDEN, FloatActivation.RELU).network();
    assertThat(accuracy(deep, samples)).isGreaterThan(0.9);
    assertThat(
            accuracy(trainer.trainQuantized(deep, INPUTS, formats("int4", 4)).network(), samples))
        .isGreaterThan(0.85);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Samples samples = rings(100, 3, 1);
    Trainer trainer =
        new Trainer(samples, options(3, 1, 1), TrainingListener.NONE, Checkpoints.NONE);
    FloatNetwork start = trainer.trainFloat("net", List.of(4), FloatActivation.RELU).network();
    assertThatThrownBy(() -> trainer.trainQuantized(start, INPUTS, formats("int4", 4)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("2, one for each layer");
    Trainer other =
        new Trainer(rings(100, 2, 1), options(3, 1, 1), TrainingListener.NONE, Checkpoints.NONE);
    assertThatThrownBy(() -> other.trainQuantized(start, INPUTS, formats("int4", 4).subList(0, 2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("2 classes");
  }

  @Test
  void optionsBeyondTheirRangeAreRefused() {
    assertThatThrownBy(() -> withPruning(options(3, 1, 1), 0, -1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("fan-in: found -1; expected a number from 0 to 1048576");
    assertThatThrownBy(() -> withPruning(options(3, 1, 1), 1.5, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("sparsity: found 1.5; expected a number from 0 to 0.999");
  }

  /** Checkpoints in memory, after each epoch. */
  private static final class Memory implements Checkpoints {
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

  private static List<LayerFormat> formats(String weights, int bits) {
    return Collections.nCopies(
        3, new LayerFormat(WeightFormat.parse(weights), new ActivationFormat.Unsigned(bits)));
  }

  private static FloatTraining train(Samples samples, TrainingOptions options) {
    return train(samples, options, Checkpoints.NONE);
  }

  private static FloatTraining train(
      Samples samples, TrainingOptions options, Checkpoints checkpoints) {
    return new Trainer(samples, options, TrainingListener.NONE, checkpoints)
        .trainFloat("net", HIDDEN, FloatActivation.RELU);
  }

  private static TrainingOptions options(int epochs, int threads, long seed) {
    return new TrainingOptions(
        epochs, 32, 0.01, 1e-4, true, ClassWeighting.NONE, 0, 0.1, 0, 0, 0, 0, 0.5, seed, threads);
  }

  private static TrainingOptions withPruning(TrainingOptions o, double sparsity, int fanIn) {
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
        o.seed(),
        1);
  }

  private static TrainingOptions without(TrainingOptions o) {
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
        o.seed(),
        1);
  }

  /** Points on rings around the origin, in two real features and a useless one. */
  private static Samples rings(int rows, int classes, long seed) {
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

  private static Samples pick(Samples samples, int[] rows) {
    double[][] features = new double[rows.length][];
    int[] labels = new int[rows.length];
    for (int r = 0; r < rows.length; r++) {
      features[r] = samples.features()[rows[r]];
      labels[r] = samples.labels()[rows[r]];
    }
    return new Samples(samples.featureNames(), features, labels, samples.classNames());
  }

  private static double accuracy(FloatNetwork network, Samples samples) {
    int right = 0;
    for (int r = 0; r < samples.rows(); r++) {
      right += network.classify(samples.features()[r]) == samples.labels()[r] ? 1 : 0;
    }
    return (double) right / samples.rows();
  }

  private static int answers(FloatNetwork network, Samples samples, int label) {
    int count = 0;
    for (double[] row : samples.features()) {
      count += network.classify(row) == label ? 1 : 0;
    }
    return count;
  }

  private static double accuracy(IntegerNetwork network, Samples samples) {
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

  private static long nonZeros(LongVector row) {
    return Arrays.stream(row.toArray()).filter(weight -> weight != 0).count();
  }

  private static double magnitude(FloatNetwork network) {
    return network.layers().stream()
        .flatMap(layer -> Arrays.stream(layer.weights().getData()))
        .flatMapToDouble(Arrays::stream)
        .map(Math::abs)
        .sum();
  }
}
