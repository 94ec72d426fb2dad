package io.hdlgen.quantizer.train;

import static io.hdlgen.quantizer.train.TrainingFixture.INPUTS;
import static io.hdlgen.quantizer.train.TrainingFixture.accuracy;
import static io.hdlgen.quantizer.train.TrainingFixture.formats;
import static io.hdlgen.quantizer.train.TrainingFixture.options;
import static io.hdlgen.quantizer.train.TrainingFixture.pick;
import static io.hdlgen.quantizer.train.TrainingFixture.rings;
import static io.hdlgen.quantizer.train.TrainingFixture.train;
import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerTest {
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
}
