package io.hdlgen.flow.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.VerifyRequest;
import io.hdlgen.flow.VerifyResult;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.folder.Manifest;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.text.NetlistParser;
import io.hdlgen.hdl.text.NetlistWriter;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Encoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A design folder of version 1 is read forever, and what is not one is refused. */
class DesignVersion1Test {
  @TempDir Path folder;

  @Test
  void theFolderIsReadWhole() {
    DesignFolder design = DesignFolder.open(DesignFixture.folder());
    assertThat(design.changed()).isEmpty();
    assertThat(design.manifest().toJson()).isEqualTo(DesignFixture.text("manifest.json"));
    String netlist = DesignFixture.text("netlist.txt");
    assertThat(NetlistWriter.write(NetlistParser.parse(netlist, "n"))).isEqualTo(netlist);
    assertThat(DesignOptions.read(DesignFixture.text("options.json"), "o"))
        .isEqualTo(
            new DesignOptions(
                "door",
                Architecture.UNROLLED,
                Outputs.BOTH,
                "generic",
                100,
                OptionalInt.empty(),
                1,
                8));
    String in = "s_axis_tdata";
    String out = "m_axis_tdata";
    assertThat(SignatureJson.read(DesignFixture.text("signature.json"), "s"))
        .isEqualTo(
            new Signature(
                "door",
                Architecture.UNROLLED,
                2,
                OptionalInt.of(1),
                16,
                16,
                List.of(
                    new Field("speed", in, 0, 4, Encoding.UNSIGNED, 0, 15),
                    new Field("temperature", in, 4, 5, Encoding.SIGNED, -15, 15),
                    new Field("closed", in, 9, 1, Encoding.BIPOLAR, -1, 1)),
                List.of(
                    new Field("class", out, 0, 1, Encoding.UNSIGNED, 0, 1),
                    new Field("score_0", out, 1, 6, Encoding.SIGNED, -8, 30),
                    new Field("score_1", out, 7, 6, Encoding.SIGNED, -11, 28)),
                List.of("ok", "alarm")));
  }

  @Test
  void itsFilesFollowTheSchemas() throws IOException {
    for (String file : DesignFixture.FILES) {
      assertThat(SchemaCheck.problems(DesignFixture.schema(file), DesignFixture.text(file)))
          .as(file)
          .isEmpty();
    }
  }

  @Test
  void itVerifies() throws IOException {
    assumeTrue(
        Doctor.ofEnvironment().find(Tool.VERILATOR).isPresent()
            || Boolean.getBoolean("require.tools"),
        "skipped: no verilator");
    Path copy = folder.resolve("door");
    try (Stream<Path> files = Files.walk(DesignFixture.folder())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(DesignFixture.folder().relativize(file).toString()));
      }
    }
    VerifyResult result =
        Hdlgen.verify(
            new VerifyRequest(copy, Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), 1),
            Progress.NONE);
    assertThat(result.check().passed()).isTrue();
    assertThat(result.check().vectors()).isEqualTo(8);
    assertThat(result.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"options.json", "signature.json", "manifest.json"})
  void newerFilesAndOtherKeysAreRefused(String file) throws IOException {
    String text = DesignFixture.text(file);
    refused(
        file,
        text.replace("\"version\": 1", "\"version\": 3"),
        "found 3, which needs a newer hdlgen");
    refused(
        file,
        text.replace("\"version\": 1", "\"version\": 3, \"new\": 0"),
        "found 3, which needs a newer hdlgen");
    refused(file, text.replace("\"version\": 1", "\"version\": 1, \"new\": 0"), "key new");
    refused(
        file, text.replace("\"version\": 1", "\"version\": 1, \"version\": 1"), "unreadable text");
    refused(file, text.replace("\"format\": \"hdlgen-", "\"format\": \""), "format");
    refused(file, text.substring(0, text.length() / 2), "unreadable text");
    ObjectNode whole = (ObjectNode) new ObjectMapper().readTree(text);
    for (String key : CanonicalJson.read(text).keySet()) {
      ObjectNode part = whole.deepCopy();
      part.remove(key);
      refused(file, part.toString(), key + ": found nothing");
      part.putArray(key).add(true);
      refused(file, part.toString(), key + ": found [true]");
      assertThat(SchemaCheck.problems(DesignFixture.schema(file), part.toString())).isNotEmpty();
    }
  }

  /** Values that both the reader and the schema refuse. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "options.json|\"top\": \"door\"|\"top\": \"my door\"|top",
        "options.json|unrolled|round|architecture",
        "options.json|both|all|outputs",
        "options.json|generic||target",
        "options.json|100.0|0|clockMhz",
        "options.json|100.0|\"100\"|clockMhz",
        "options.json|\"stages\": null|\"stages\": 0|stages",
        "options.json|\"stages\": null|\"stages\": 1.5|stages",
        "options.json|\"seed\": 1|\"seed\": 9223372036854775808|seed",
        "options.json|\"count\": 8|\"count\": 0|count",
        "options.json|\"count\": 8|\"count\": 2147483648|count",
        "signature.json|axi4-stream|wishbone|handshake",
        "signature.json|\"latencyCycles\": 2|\"latencyCycles\": -1|latencyCycles",
        "signature.json|\"initiationInterval\": 1|\"initiationInterval\": 0|initiationInterval",
        "signature.json|\"inputBits\": 16|\"inputBits\": 0|inputBits",
        "signature.json|\"low\": 9|\"low\": -1|inputs[2]: low",
        "signature.json|\"width\": 5|\"width\": 0|inputs[1]: width",
        "signature.json|bipolar|ternary|inputs[2]: encoding",
        "signature.json|\"min\": -15|\"min\": -15, \"step\": 1|inputs[1]",
        "signature.json|\"alarm\"|2|classNames",
        "manifest.json|hdlgen 0.1.0|mine|tool",
        "manifest.json|\"hdlgen emit door.json --outputs both --count 8\"|null|command",
        "manifest.json|\"metrics.json\": \"7|\"metrics.json\": \"x|files: metrics.json",
      })
  void valuesOutOfRangeAreRefused(String file, String good, String bad, String place)
      throws IOException {
    String whole = DesignFixture.text(file);
    String text = whole.replace(good, bad == null ? "" : bad);
    assertThat(text).isNotEqualTo(whole);
    refused(file, text, place);
    assertThat(SchemaCheck.problems(DesignFixture.schema(file), text)).isNotEmpty();
  }

  /** What no schema can say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"axi4-stream\"|\"none\"|handshake: found none; expected axi4-stream",
        "\"low\": 9|\"low\": 16|inputs[2]: low: found 16; expected an integer from 0 to 15",
        "\"width\": 5|\"width\": 13|inputs[1]: width: found 13; expected an integer from 1 to 12",
        "\"max\": 28|\"max\": -12|outputs[2]: max: found -12",
      })
  void signaturesThatContradictThemselvesAreRefused(String good, String bad, String message)
      throws IOException {
    refused("signature.json", DesignFixture.text("signature.json").replace(good, bad), message);
  }

  private void refused(String file, String text, String message) throws IOException {
    Files.writeString(folder.resolve(file), text);
    assertThatThrownBy(
            () -> {
              switch (file) {
                case "options.json" -> DesignOptions.read(text, file);
                case "signature.json" -> SignatureJson.read(text, file);
                default -> Manifest.read(folder);
              }
            })
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }
}
