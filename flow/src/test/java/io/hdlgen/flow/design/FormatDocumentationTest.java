package io.hdlgen.flow.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.flow.ArchitectureChoice;
import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Register;
import io.hdlgen.hdl.text.NetlistParser;
import io.hdlgen.hdl.text.NetlistWriter;
import io.hdlgen.quantizer.network.Encoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/formats says of a design folder is what emit writes. */
class FormatDocumentationTest {
  /** Keys that are not always there, or have not always been. */
  private static final Map<String, List<String>> OPTIONAL =
      Map.of(
          "metrics.json", List.of("estimate"),
          "options.json", List.of("foldings", "dsp", "bus", "numbers"),
          "signature.json", List.of("latencyFromLastBeat", "inputBeats", "registers", "loadable"),
          "verification.json", List.of("latencyFromLastBeat", "firstMismatch"));

  private final ObjectMapper mapper = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void emittedFilesFollowTheirSchemas(Architecture architecture) throws IOException {
    Path design = emit(architecture, Bus.STREAM);
    for (String file : DesignFixture.FILES) {
      String text = Files.readString(design.resolve(file));
      assertThat(SchemaCheck.problems(DesignFixture.schema(file), text)).as(file).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Architecture.class, names = "COMBINATIONAL", mode = EnumSource.Mode.EXCLUDE)
  void filesOfRegistersFollowTheirSchemas(Architecture architecture) throws IOException {
    Path design = emit(architecture, Bus.AXI4_LITE);
    for (String file : DesignFixture.FILES) {
      String text = Files.readString(design.resolve(file));
      assertThat(SchemaCheck.problems(DesignFixture.schema(file), text)).as(file).isEmpty();
    }
    JsonNode schema = mapper.readTree(DesignFixture.schema("signature.json").toFile());
    JsonNode object = mapper.readTree(design.resolve("signature.json").toFile());
    SchemaKeys.same(schema.at("/$defs/register"), object.at("/registers/0"), List.of());
    assertThat(design.resolve("c/door_registers.h")).exists();
  }

  @Test
  void schemasHaveTheKeysThatEmitWrites() throws IOException {
    Path design = emit(Architecture.UNROLLED, Bus.STREAM);
    for (String file : DesignFixture.FILES) {
      JsonNode schema = mapper.readTree(DesignFixture.schema(file).toFile());
      JsonNode object = mapper.readTree(design.resolve(file).toFile());
      List<String> optional = OPTIONAL.getOrDefault(file, List.of());
      SchemaKeys.same(schema, object, optional);
      JsonNode version = schema.at("/properties/version");
      assertThat(version.path("const").asInt() == 1 || version.at("/enum/0").asInt() == 1).isTrue();
      assertThat(schema.at("/properties/format/const")).isEqualTo(object.get("format"));
      JsonNode types = schema.path("$defs");
      if (types.has("field")) {
        SchemaKeys.same(types.get("field"), object.at("/inputs/0"), List.of("beat", "levels"));
      }
      if (types.has("counts")) {
        SchemaKeys.same(
            types.get("counts"), object.get("total"), List.of("multipliers", "memoryBits"));
      }
      if (types.has("pair")) {
        SchemaKeys.same(types.get("pair"), object.get("latencyCycles"), List.of());
      }
    }
  }

  @Test
  void schemasHaveTheNamesOfTheConstants() throws IOException {
    JsonNode options = mapper.readTree(DesignFixture.schema("options.json").toFile());
    JsonNode signature = mapper.readTree(DesignFixture.schema("signature.json").toFile());
    assertThat(SchemaKeys.texts(options.at("/properties/architecture/enum")))
        .isEqualTo(SchemaKeys.texts(signature.at("/properties/architecture/enum")))
        .isEqualTo(names(Architecture.values()));
    assertThat(SchemaKeys.texts(options.at("/properties/outputs/enum")))
        .isEqualTo(names(Outputs.values()));
    assertThat(SchemaKeys.texts(options.at("/properties/bus/enum"))).isEqualTo(names(Bus.values()));
    assertThat(SchemaKeys.texts(signature.at("/$defs/register/properties/access/enum")))
        .isEqualTo(names(Register.Access.values()));
    assertThat(SchemaKeys.texts(signature.at("/$defs/field/properties/encoding/enum")))
        .isEqualTo(names(Encoding.values()));
  }

  @Test
  void thePageExplainsEveryKey() throws IOException {
    String page = DesignFixture.page("formats/design.md");
    for (String file : DesignFixture.FILES) {
      String section = page.split("\n## " + file + "\n")[1].split("\n## ")[0];
      SchemaKeys.explained(DesignFixture.schema(file), section);
    }
  }

  @Test
  void theNetlistOnThePageIsOne() {
    String section = DesignFixture.page("formats/design.md").split("\n## netlist.txt\n")[1];
    String example = section.split("```\n")[1];
    assertThat(NetlistWriter.write(NetlistParser.parse(example, "design.md"))).isEqualTo(example);
  }

  private Path emit(Architecture architecture, Bus bus) {
    Path network = DesignFixture.folder().resolve("network.json");
    EmitRequest request =
        EmitRequest.of(network)
            .withHardware(
                new EmitRequest.Hardware(
                    ArchitectureChoice.valueOf(architecture.name()),
                    Optional.of(Outputs.BOTH),
                    Optional.empty(),
                    Multiplication.AUTO,
                    "generic",
                    OptionalDouble.of(100),
                    OptionalInt.empty(),
                    Optional.of("door"),
                    bus,
                    false))
            .withCheck(new EmitRequest.Check(OptionalInt.of(8), 1, false))
            .withOutput(folder.resolve("design"));
    return Hdlgen.emit(request, Progress.NONE).folder().orElseThrow();
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
