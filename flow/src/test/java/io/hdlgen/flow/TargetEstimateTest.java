package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.approximate.OnesComplement;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a target before any tool runs decides, and is said. */
class TargetEstimateTest {
  private static final int SMALL = 8;
  private static final int LARGE = 40;

  @TempDir Path folder;

  @Test
  void unrollsWhatFits() throws IOException {
    EmitResult result = emit(SMALL, ArchitectureChoice.AUTO, "icebreaker");
    assertThat(result.signature().architecture()).isEqualTo(Architecture.UNROLLED);
    assertThat(result.notes()).noneMatch(note -> note.contains("too large"));
    JsonNode estimate = metrics().get("estimate");
    assertThat(estimate.get("target").asText()).isEqualTo("icebreaker");
    assertThat(estimate.get("luts").asInt()).isBetween(50, 5280);
    assertThat(estimate.get("fmaxMhz").asDouble()).isBetween(5.0, 200.0);
  }

  /** The same network: unrolled where there is room for it, folded where there is not. */
  @Test
  void foldsForASmallDevice() throws IOException {
    EmitResult small = emit(LARGE, ArchitectureChoice.AUTO, "icebreaker");
    assertThat(small.signature().architecture()).isEqualTo(Architecture.FOLDED);
    assertThat(small.notes()).noneMatch(note -> note.contains("too large"));
    int luts = metrics().get("estimate").get("luts").asInt();
    assertThat(luts).isBetween(1500, 4300);
    EmitResult large = emit(LARGE, ArchitectureChoice.AUTO, "ulx3s_85f");
    assertThat(large.signature().architecture()).isEqualTo(Architecture.UNROLLED);
  }

  @Test
  void warnsOfTooLargeDesigns() {
    EmitResult result = emit(LARGE, ArchitectureChoice.UNROLLED, "icebreaker");
    assertThat(result.notes())
        .anyMatch(
            note ->
                note.startsWith("The design is probably too large for icebreaker: the estimate is ")
                    && note.endsWith(" luts of 5,280"));
  }

  @Test
  void knowsNothingOfNoTechnology() throws IOException {
    emit(SMALL, ArchitectureChoice.AUTO, "generic");
    assertThat(metrics().has("estimate")).isFalse();
  }

  /** Whatever its size: there is no other architecture for it. */
  @Test
  void unrollsWhatIsApproximate() {
    IntegerNetwork network = network(LARGE);
    DenseLayer hidden = new OnesComplement().apply(network.layers().get(0), List.of());
    IntegerNetwork approximate =
        new IntegerNetwork(
            "net",
            network.inputs(),
            List.of(hidden, network.layers().get(1)),
            network.decision(),
            network.classNames());
    EmitResult result = emit(approximate, ArchitectureChoice.AUTO, "icebreaker");
    assertThat(result.signature().architecture()).isEqualTo(Architecture.UNROLLED);
    assertThat(result.notes()).anyMatch(note -> note.contains("too large"));
    assertThatThrownBy(() -> emit(approximate, ArchitectureChoice.FOLDED, "icebreaker"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "--arch folded: found masked summands or saturated groups in layer hidden, which a folded"
                + " design does not compute; expected --arch unrolled or combinational");
  }

  private JsonNode metrics() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("design/metrics.json").toFile());
  }

  private EmitResult emit(int neurons, ArchitectureChoice architecture, String target) {
    return emit(network(neurons), architecture, target);
  }

  private EmitResult emit(
      IntegerNetwork described, ArchitectureChoice architecture, String target) {
    Path network = folder.resolve("network.json");
    try {
      Files.writeString(network, NetworkJson.write(described));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    EmitRequest request =
        EmitRequest.of(network)
            .withHardware(
                new EmitRequest.Hardware(
                    architecture,
                    Optional.empty(),
                    Optional.empty(),
                    Multiplication.AUTO,
                    target,
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Bus.STREAM,
                    false))
            .withCheck(new EmitRequest.Check(OptionalInt.of(4), 1, false))
            .withOutput(folder.resolve("design"));
    return Hdlgen.emit(request, Progress.NONE);
  }

  private static IntegerNetwork network(int neurons) {
    Random random = new Random(1);
    return new IntegerNetwork(
        "net",
        IntStream.range(0, 20)
            .mapToObj(
                i -> InputFeature.filling("x" + i, 4, Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN))
            .toList(),
        List.of(
            new DenseLayer(
                "hidden",
                weights(random, neurons, 20),
                LongVector.filled(neurons, 3),
                new Activation.ShiftRelu(3, 4)),
            new DenseLayer(
                "out",
                weights(random, 3, neurons),
                LongVector.filled(3, 0),
                new Activation.Identity())),
        new Decision.ArgMax(LongVector.filled(3, 1), LongVector.filled(3, 0)),
        List.of("a", "b", "c"));
  }

  private static LongMatrix weights(Random random, int rows, int columns) {
    long[][] weights = new long[rows][columns];
    for (long[] row : weights) {
      Arrays.setAll(row, i -> random.nextInt(16) - 8);
    }
    return LongMatrix.of(weights);
  }
}
