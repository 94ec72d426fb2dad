package io.hdlgen.hdl.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCommentsTest {
  private static NetworkComments comments(
      List<InputFeature> inputs, Activation activation, LongVector bias, LongVector row) {
    return new NetworkComments(
        Designs.network(
            inputs,
            List.of(
                Designs.layer(activation, bias, row),
                Designs.layer(
                    new Activation.Identity(), Designs.row(1, 0), Designs.row(3), Designs.row(-1))),
            new Decision.ArgMax(Designs.row(1, 1), Designs.row(0, 0)),
            "rpm_spoof",
            "no\nattack"));
  }

  private static final List<InputFeature> TWO =
      List.of(
          Designs.feature("x0", 4, Encoding.UNSIGNED), Designs.feature("x1", 4, Encoding.UNSIGNED));

  @Test
  void aPersonCanCheckTheLine() {
    NetworkComments comments =
        comments(TWO, new Activation.Identity(), Designs.row(1), Designs.row(3, -2));
    assertThat(comments.lines(0, 0))
        .containsExactly("Layer 0 neuron 0: 3*x0 - 2*x1 + 1, range [-29, 46], 7 bits signed.");
    assertThat(comments.lines(1, 0))
        .containsExactly(
            "Layer 1 neuron 0 \"rpm_spoof\": 3*l0_n0 + 1, range [-86, 139], 9 bits signed.");
    assertThat(comments.lines(1, 1))
        .containsExactly("Layer 1 neuron 1 \"no_attack\": -l0_n0, range [-46, 29], 7 bits signed.");
    assertThat(comments.lines(-1, 0)).isEmpty();
  }

  /** Who wires the top up sees what each bit and each code is, in the unit of the data. */
  @Test
  void theTopNamesLevelsAndClasses() {
    InputFeature width =
        InputFeature.thermometer(
            InputFeature.filling("width", 4, Encoding.UNSIGNED, 0.15, 0.1, Rounding.FLOOR),
            Designs.row(5, 10));
    InputFeature falling =
        InputFeature.thermometer(
            InputFeature.filling("height", 2, Encoding.UNSIGNED, -20, 1000, Rounding.CEIL),
            Designs.row(1));
    assertThat(
            comments(
                    List.of(width, falling),
                    new Activation.Identity(),
                    Designs.row(1),
                    Designs.row(3, -2, 1))
                .topLines())
        .containsExactly(
            "width: a thermometer on a grid of 4 bits, x = 0.1 + 0.15 * code, rounded floor:",
            "bit 0 is code >= 5: width >= 0.85, bit 1 is code >= 10: width >= 1.6",
            "height: a thermometer on a grid of 2 bits, x = 1000.0 + -20.0 * code, rounded ceil:",
            "bit 0 is code >= 1: height <= 1000",
            "Class codes: 0 \"rpm_spoof\", 1 \"no_attack\"");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, -1, -1, false, 3*x0 - 2*x1 - x2 + 1",
    "-1, -2, -1, false, 3*x0 - (2*x1 & ~1) - x2 + 1",
    "12, 0, -1, false, (3*x0 & 12) - x2 + 1",
    "-1, -2, 4, true, 3*x0 + ~((2*x1 & ~1) + (x2 & 4)) + 1",
    "-1, -2, 0, true, 3*x0 + ~(2*x1 & ~1) + 1",
    "0, -1, 0, true, ~(2*x1) + 1",
    "-4, 0, 0, true, (3*x0 & ~3) + 1",
  })
  void maskedSummandsAreWrittenOut(long a, long b, long c, boolean turned, String expected) {
    DenseLayer layer =
        Designs.layer(new Activation.Identity(), Designs.row(1), Designs.row(3, -2, -1))
            .withArithmetic(
                new Arithmetic.MaskedSummands(Designs.matrix(Designs.row(a, b, c)), turned));
    assertThat(SumText.of(layer, 0, i -> "x" + i)).isEqualTo(expected);
  }

  @Test
  void saturatedGroupsAreWrittenOut() {
    DenseLayer layer =
        Designs.layer(new Activation.Identity(), Designs.row(-3), Designs.row(1, -1, 1, 5, -1))
            .withArithmetic(
                new Arithmetic.SaturatedGroups(
                    List.of(
                        List.of(
                            new Arithmetic.Group(List.of(4, 1), 2),
                            new Arithmetic.Group(List.of(0, 2), 1)))));
    assertThat(SumText.of(layer, 0, i -> "x" + i))
        .isEqualTo("5*x3 + min(x0 + x2, 1) - min(x1 + x4, 2) - 3");
  }

  @Test
  void activationsAreDescribed() {
    assertThat(
            comments(TWO, new Activation.ShiftRelu(2, 3), Designs.row(0), Designs.row(1, 0))
                .lines(0, 0))
        .containsExactly(
            "Layer 0 neuron 0: x0, range [0, 15], 4 bits unsigned. Value: 0 below 0, else min(sum >> 2, 7).");
    Activation steps = new Activation.MultiThreshold(-1, 2, Designs.matrix(Designs.row(3, 5)));
    assertThat(comments(TWO, steps, Designs.row(-7), Designs.row(0, 0)).lines(0, 0))
        .containsExactly(
            "Layer 0 neuron 0: -7, range [-7, -7], 4 bits signed. Value: -1, plus 2 for each of these that",
            "it reaches: 3, 5.");
  }

  @Test
  void longSumsAreCutAndOddNamesCleaned() {
    InputFeature odd = Designs.feature("a b\\\u00e9\n", 1, Encoding.UNSIGNED);
    String text =
        String.join(
            " ",
            comments(
                    Collections.nCopies(30, odd),
                    new Activation.Identity(),
                    Designs.row(0),
                    LongVector.filled(30, 1))
                .lines(0, 0));
    assertThat(text)
        .startsWith("Layer 0 neuron 0: a_b___ + a_b___ + ")
        .endsWith(" + a_b___ + ... (6 more terms), range [0, 30], 5 bits unsigned.");
  }
}
