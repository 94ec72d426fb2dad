package io.hdlgen.flow.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Encoding;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DesignJsonTest {
  private static final Signature SIGNATURE =
      new Signature(
          "top",
          Architecture.UNROLLED,
          5,
          OptionalInt.of(1),
          8,
          8,
          List.of(new Field("a", "s_axis_tdata", 0, 4, Encoding.SIGNED, -8, 7)),
          List.of(new Field("class", "m_axis_tdata", 0, 1, Encoding.UNSIGNED, 0, 1)),
          List.of("no", "yes"));
  private static final DesignOptions OPTIONS =
      new DesignOptions(
          "top",
          Architecture.COMBINATIONAL,
          Outputs.BOTH,
          "generic",
          100,
          OptionalInt.of(3),
          -1,
          9);

  @Test
  void whatIsWrittenIsReadBack() {
    String signature = SignatureJson.write(SIGNATURE);
    assertThat(SignatureJson.read(signature, "s")).isEqualTo(SIGNATURE);
    assertThat(DesignOptions.read(OPTIONS.toJson(), "o")).isEqualTo(OPTIONS);
  }

  @Test
  void inputsOfSeveralBeatsAreReadBack() {
    String in = "s_axis_tdata";
    Signature folded =
        new Signature(
                "top",
                Architecture.FOLDED,
                9,
                OptionalInt.of(4),
                8,
                8,
                List.of(
                    new Field("a", in, 0, 0, 4, Encoding.SIGNED, -8, 7),
                    new Field("b", in, 0, 4, 4, Encoding.BIPOLAR, -1, 1),
                    new Field("c", in, 1, 0, 4, Encoding.UNSIGNED, 0, 3)),
                SIGNATURE.outputs(),
                SIGNATURE.classNames())
            .withBeats(2, 7);
    String text = SignatureJson.write(folded);
    assertThat(SignatureJson.read(text, "s")).isEqualTo(folded);
    assertThatThrownBy(() -> SignatureJson.read(text.replace("\"beat\": 1", "\"beat\": 2"), "s"))
        .hasMessage("s: inputs[2]: beat: found 2; expected an integer from 0 to 1");
    assertThatThrownBy(
            () ->
                SignatureJson.read(
                    text.replace("\"latencyFromLastBeat\": 7", "\"latencyFromLastBeat\": 10"), "s"))
        .hasMessage("s: latencyFromLastBeat: found 10; expected an integer from 0 to 9");
  }

  @Test
  void registersAreReadBack() {
    Signature signature =
        new Signature(
                "top",
                Architecture.UNROLLED,
                5,
                OptionalInt.empty(),
                4,
                1,
                List.of(new Field("a", "s_axi_wdata", 0, 4, Encoding.SIGNED, -8, 7)),
                List.of(new Field("class", "s_axi_rdata", 0, 1, Encoding.UNSIGNED, 0, 1)),
                List.of("no", "yes"))
            .withBus(Bus.AXI4_LITE);
    String text = SignatureJson.write(signature);
    assertThat(SignatureJson.read(text, "s")).isEqualTo(signature);
    assertThatThrownBy(
            () -> SignatureJson.read(text.replace("\"offset\": 64", "\"offset\": 68"), "s"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the registers of these inputs and outputs");
    assertThatThrownBy(() -> SignatureJson.read(text.replace("axi4-lite", "axi4-stream"), "s"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no registers with this handshake");
    DesignOptions options =
        new DesignOptions(
                "top",
                Architecture.UNROLLED,
                Outputs.CLASS,
                "generic",
                100,
                OptionalInt.empty(),
                1,
                9)
            .withBus(Bus.AXI4_LITE);
    assertThat(DesignOptions.read(options.toJson(), "o")).isEqualTo(options);
  }

  @Test
  void theRestIsRefusedByName() {
    String text = OPTIONS.toJson();
    refused(text.replace("\"count\"", "\"number\""), "key number");
    refused(
        text.replace("\"count\": 9", "\"count\": \"9\""), "count: found 9; expected an integer");
    refused(text.replace("combinational", "round"), "architecture: found round");
    refused(text.replace("\"version\": 1", "\"version\": 2"), "version: found 2");
    refused(text.replace("hdlgen-options", "x"), "format: found x");
    refused("{", "unreadable text");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> DesignOptions.read(text, "options.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("options.json")
        .hasMessageContaining(message);
  }
}
