package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.flow.design.DesignFixture;
import io.hdlgen.flow.design.SignatureJson;
import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.LoadableDesign;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.load.LoadImage;
import io.hdlgen.hdl.load.LoadRegister;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadImagesTest {
  private final String text =
      DesignFixture.page("interface.md").split("```json\n")[1].split("```")[0];
  private final IntegerNetwork network = NetworkJson.parse(text, "door.json");
  private final HardwareOptions options =
      new HardwareOptions(
          "door",
          Architecture.FOLDED,
          Outputs.BOTH,
          100,
          OptionalInt.empty(),
          List.of(new Folding(1, 2), new Folding(1, 1)),
          Multiplication.AUTO,
          new CostModel("test", 0.5, 0.7, 0.8, 0.03),
          List.of(),
          Bus.STREAM);
  private final HardwareDesign design =
      HardwareCompiler.compile(network, options.withLoadable(Declaration.of(network)));
  private final Signature signature = design.signature();

  private LoadableDesign loadable() {
    Signature read = SignatureJson.read(SignatureJson.write(signature), "signature.json");
    assertThat(read).isEqualTo(signature);
    return LoadImages.loadable(read, network, "signature.json");
  }

  @Test
  void theSignatureIsAllThatAnImageNeeds() {
    LoadableDesign built = design.folded().orElseThrow().loadable().orElseThrow();
    assertThat(loadable().declaration()).isEqualTo(built.declaration());
    assertThat(loadable().checksum()).isEqualTo(built.checksum());
    assertThat(loadable().image(network)).isEqualTo(built.image(network));
  }

  @Test
  void anImageHasTheWordsOfAllTables() {
    LoadImage image = loadable().image(network);
    // Layer 0: two slots of each of two neurons; weights 3, -2 | 5, 0 | 1, 1 | -4, 0, the bipolar
    // feature's doubled, in fields of five bits.
    assertThat(image.words().subList(0, 4)).containsExactly(3 | 30 << 5, 10, 1 | 1 << 5, 24);
    assertThat(image.words()).hasSize(signature.loadable().orElseThrow().words());
    assertThat(image.writes())
        .startsWith(new LoadImage.Write(LoadRegister.CONTROL, 1))
        .endsWith(
            new LoadImage.Write(LoadRegister.CRC, image.crc()),
            new LoadImage.Write(LoadRegister.CONTROL, 2))
        .hasSize(image.words().size() + 3);
  }

  @Test
  void filesHoldTheWords() {
    LoadImage image = loadable().image(network);
    Map<String, byte[]> files = LoadImages.files("door", image, List.of("A line."));
    assertThat(files).containsOnlyKeys("door.bin", "door_load.h");
    assertThat(files.get("door.bin")).hasSize(4 * image.words().size()).startsWith(0xc3, 3, 0, 0);
    String header = new String(files.get("door_load.h"), StandardCharsets.UTF_8);
    assertThat(header)
        .startsWith("// A line.\n\n#ifndef DOOR_LOAD_H\n")
        .contains("DOOR_LOAD_CRC UINT32_C(0x%08x)".formatted(image.crc()))
        .contains("  0x000003c3, 0x0000000a, 0x00000021, 0x00000018,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[3, -2, 5]|[3, -2, 8]|layer 0, neuron 0, weight 2: found 8; expected a number in [-8, 7]",
        "[0, 4]|[0, 999]|layer 1, neuron 1, bias: found 999; expected a number in",
        "\"drop\": 2|\"drop\": 3|activation of layer 0: found ShiftRelu[drop=3, bits=4]",
        "\"max\": 15, \"scale\": 0.5|\"max\": 14, \"scale\": 0.5|codes of input 0: found",
        "[1, 1], \"offsets\"|[2, 1], \"offsets\"|multiplier of score 0: found 2; expected",
      })
  void networksThatDoNotFitAreRefused(String from, String to, String message) {
    String other = text.replace(from, to);
    assertThat(other).isNotEqualTo(text);
    IntegerNetwork misfit = NetworkJson.parse(other, "other.json");
    LoadableDesign into = loadable();
    assertThatThrownBy(() -> into.image(misfit))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aDesignWithNumbersBuiltInTakesNone() {
    Signature builtIn = HardwareCompiler.compile(network, options).signature();
    assertThatThrownBy(() -> LoadImages.loadable(builtIn, network, "s.json"))
        .hasMessage(
            "s.json: found a design whose numbers are built in; expected a loadable design");
  }
}
