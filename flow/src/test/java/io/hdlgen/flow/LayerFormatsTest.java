package io.hdlgen.flow;

import static io.hdlgen.quantizer.floating.FloatActivation.HARD_TANH;
import static io.hdlgen.quantizer.floating.FloatActivation.IDENTITY;
import static io.hdlgen.quantizer.floating.FloatActivation.RELU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LayerFormatsTest {
  private static final List<FloatActivation> RELUS = List.of(RELU, RELU, IDENTITY);

  @Test
  void oneNumberIsForAllLayers() {
    assertThat(LayerFormats.of(Precision.ofBits(3), RELUS, false).subList(0, 2))
        .containsOnly(
            new LayerFormat(new WeightFormat.Integers(3), new ActivationFormat.Unsigned(3)));
    LayerFormat single = LayerFormats.of(Precision.ofBits(1), List.of(HARD_TANH), false).get(0);
    assertThat(single)
        .isEqualTo(new LayerFormat(new WeightFormat.Binary(), new ActivationFormat.Bipolar()));
    assertThat(LayerFormats.of(Precision.ofBits(1), RELUS, false).get(0).activations())
        .isEqualTo(new ActivationFormat.Unsigned(1));
    assertThat(LayerFormats.of(Precision.ofBits(4), List.of(HARD_TANH), false).get(0).activations())
        .isEqualTo(new ActivationFormat.Signed(4));
  }

  @Test
  void theSignIsOneBitWhateverTheBits() {
    assertThat(LayerFormats.of(Precision.ofBits(4), List.of(HARD_TANH), true).get(0))
        .isEqualTo(new LayerFormat(new WeightFormat.Integers(4), new ActivationFormat.Bipolar()));
  }

  @Test
  void layerByLayer() {
    assertThat(LayerFormats.of(layers(List.of(4, 2, 1), List.of()), RELUS, false))
        .extracting(format -> format.weights().text() + format.activations().max())
        .startsWith("int415", "int23")
        .last()
        .asString()
        .startsWith("binary");
    List<WeightFormat> weights =
        List.of(
            WeightFormat.parse("ternary"), WeightFormat.parse("pow2-3"), new WeightFormat.Binary());
    assertThat(LayerFormats.of(layers(List.of(), weights), RELUS, false))
        .extracting(LayerFormat::weights)
        .isEqualTo(weights);
    assertThat(LayerFormats.of(layers(List.of(), weights.subList(0, 1)), RELUS, false))
        .extracting(LayerFormat::weights)
        .containsOnly(new WeightFormat.Ternary());
  }

  @Test
  void entriesForAnotherNumberOfLayersAreRefused() {
    refused(
        layers(List.of(4, 2), List.of()), "--layer-bits: found 2 entries; expected 3, one a layer");
    refused(
        layers(List.of(), List.of(new WeightFormat.Binary(), new WeightFormat.Binary())),
        "--weights: found 2 entries; expected 3, one a layer, or one for all");
  }

  @Test
  void limitsAndContradictionsAreNamed() {
    assertThatThrownBy(() -> Precision.ofBits(12))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("--bits: found 12; expected 1 to 8");
    assertThatThrownBy(() -> layers(List.of(4, 9), List.of()))
        .hasMessage("--layer-bits: found 9; expected 1 to 8 for each layer");
    assertThatThrownBy(() -> layers(List.of(4, 2), List.of()).withBits(3))
        .hasMessageContaining("--layer-bits: found --bits");
  }

  @Test
  void whatIsNotSaidIsTold() {
    assertThat(LayerFormats.notes(Precision.UNSAID)).hasSize(2);
    assertThat(LayerFormats.notes(Precision.ofBits(2))).isEmpty();
    assertThat(LayerFormats.notes(layers(List.of(), List.of(new WeightFormat.Binary()))))
        .containsExactly("No bits were chosen for activations: taken as 8");
  }

  private static void refused(Precision precision, String message) {
    assertThatThrownBy(() -> LayerFormats.of(precision, RELUS, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  private static Precision layers(List<Integer> bits, List<WeightFormat> weights) {
    return new Precision(
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        bits,
        weights,
        OptionalInt.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }
}
