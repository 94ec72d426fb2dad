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
            List.of("no", "yes"),
            Bus.AXI4_LITE);
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
            9,
            Bus.AXI4_LITE);
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
