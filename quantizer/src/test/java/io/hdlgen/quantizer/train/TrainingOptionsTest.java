package io.hdlgen.quantizer.train;

import static io.hdlgen.quantizer.train.TrainingFixture.HIDDEN;
import static io.hdlgen.quantizer.train.TrainingFixture.INPUTS;
import static io.hdlgen.quantizer.train.TrainingFixture.accuracy;
import static io.hdlgen.quantizer.train.TrainingFixture.answers;
import static io.hdlgen.quantizer.train.TrainingFixture.formats;
import static io.hdlgen.quantizer.train.TrainingFixture.magnitude;
import static io.hdlgen.quantizer.train.TrainingFixture.nonZeros;
import static io.hdlgen.quantizer.train.TrainingFixture.options;
import static io.hdlgen.quantizer.train.TrainingFixture.pick;
import static io.hdlgen.quantizer.train.TrainingFixture.rings;
import static io.hdlgen.quantizer.train.TrainingFixture.train;
import static io.hdlgen.quantizer.train.TrainingFixture.withPruning;
import static io.hdlgen.quantizer.train.TrainingFixture.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the options of training do, and what is refused. */
class TrainingOptionsTest {
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
            30, 32, 0.01, 1e-4, false, ClassWeighting.NONE, 0, 0.1, 0, 0.01, 0, 0, 0.5, 0, 1, 1);
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
            20, 32, 0.01, 1e-4, true, ClassWeighting.BALANCED, 0, 0, 0, 0, 0, 0, 0.5, 0, 1, 1);
    TrainingOptions none =
        new TrainingOptions(
            20, 32, 0.01, 1e-4, true, ClassWeighting.NONE, 0, 0, 0, 0, 0, 0, 0.5, 0, 1, 1);
    assertThat(answers(train(samples, balanced).network(), samples, 1))
        .isGreaterThan(3 * answers(train(samples, none).network(), samples, 1) + 50);
  }

  @Test
  void earlyStoppingStops() {
    Samples samples = rings(200, 2, 1);
    List<EpochReport> reports = new ArrayList<>();
    TrainingOptions options =
        new TrainingOptions(
            500, 32, 0.01, 1e-4, true, ClassWeighting.NONE, 0, 0.2, 5, 0, 0, 0, 0.5, 0, 1, 1);
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
            60,
            48 / batches,
            0.02,
            1e-4,
            true,
            ClassWeighting.NONE,
            0,
            0,
            0,
            0,
            0,
            0,
            0.5,
            0,
            1,
            1);
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
}
