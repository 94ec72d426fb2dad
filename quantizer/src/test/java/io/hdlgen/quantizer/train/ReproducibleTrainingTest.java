package io.hdlgen.quantizer.train;

import static io.hdlgen.quantizer.train.TrainingFixture.INPUTS;
import static io.hdlgen.quantizer.train.TrainingFixture.formats;
import static io.hdlgen.quantizer.train.TrainingFixture.options;
import static io.hdlgen.quantizer.train.TrainingFixture.rings;
import static io.hdlgen.quantizer.train.TrainingFixture.train;
import static io.hdlgen.quantizer.train.TrainingFixture.withPruning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.json.NetworkJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same network, whatever threads there are and however often training was killed. */
class ReproducibleTrainingTest {
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
    TrainingFixture.Memory memory = new TrainingFixture.Memory();
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
    TrainingFixture.Memory memory = new TrainingFixture.Memory();
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
    TrainingFixture.Memory memory = new TrainingFixture.Memory();
    train(samples, options(3, 1, 1), memory);
    assertThat(train(samples, options(3, 2, 1), memory).bestEpoch()).isEqualTo(3);
  }
}
