package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.flow.design.DesignFixture;
import io.hdlgen.flow.design.SchemaCheck;
import io.hdlgen.flow.design.SchemaKeys;
import io.hdlgen.flow.equivalence.BlockProof;
import io.hdlgen.flow.equivalence.Method;
import io.hdlgen.flow.equivalence.ProofResult;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.sim.check.CheckResult;
import io.hdlgen.sim.check.Mismatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What docs say of the verification of a netlist is what verify writes. */
class NetlistDocumentationTest {
  private static final Path SCHEMA = DesignFixture.schema("netlist-verification.json");
  private static final ProofResult PROOF =
      new ProofResult(
          List.of(
              new BlockProof(new Origin(0, 1, "sum"), Method.DIFFERENT, 2, 9, "y is 1 for x = 0"),
              new BlockProof(
                  new Origin(Origin.NONE, Origin.NONE, "result"), Method.PROVEN, 1, 9, "")),
          List.of("queue_q"),
          400,
          1.5);

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void theFileFollowsItsSchema() throws IOException {
    JsonNode file = checked(check(Optional.of(PROOF), Optional.of("a loop")));
    JsonNode schema = mapper.readTree(SCHEMA.toFile());
    SchemaKeys.same(schema, file, List.of("proofUnsupported"));
    JsonNode types = schema.get("$defs");
    SchemaKeys.same(types.get("replay"), file.get("replay"), List.of("firstMismatch"));
    SchemaKeys.same(types.get("pair"), file.at("/replay/latencyCycles"), List.of());
    SchemaKeys.same(types.get("proof"), file.get("proof"), List.of());
    SchemaKeys.same(types.get("block"), file.at("/proof/blocks/0"), List.of("counterexample"));
  }

  @Test
  void withoutAProof() throws IOException {
    assertThat(checked(check(Optional.empty(), Optional.empty())).get("proof").isNull()).isTrue();
  }

  @Test
  void theSchemaHasTheNamesOfTheMethods() throws IOException {
    List<String> methods = new ArrayList<>();
    mapper
        .readTree(SCHEMA.toFile())
        .at("/$defs/block/properties/method/enum")
        .forEach(method -> methods.add(method.asText()));
    List<String> names = new ArrayList<>();
    for (Method method : Method.values()) {
      names.add(method.name().toLowerCase(Locale.ROOT));
    }
    assertThat(methods).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void thePagesExplainEveryKey() throws IOException {
    String design = DesignFixture.page("formats/design.md").split("\n## verification.json\n")[1];
    SchemaKeys.explained(
        SCHEMA,
        DesignFixture.page("verification.md").split("\n## verification.json\n")[1].split("\n## ")[0]
            + design.split("\n## ")[0]);
  }

  private JsonNode checked(NetlistCheck check) throws IOException {
    String text = NetlistVerifier.text(check);
    assertThat(SchemaCheck.problems(SCHEMA, text)).isEmpty();
    return mapper.readTree(text);
  }

  private static NetlistCheck check(Optional<ProofResult> proof, Optional<String> unsupported) {
    return new NetlistCheck(
        "icebreaker",
        7,
        new CheckResult(
            10,
            1,
            12,
            2,
            OptionalInt.of(2),
            2,
            OptionalInt.of(2),
            OptionalInt.of(1),
            OptionalInt.empty(),
            1,
            List.of("reference", "java", "verilator"),
            Optional.of(new Mismatch("reference and netlist", 3, "class_o", "0x1", "0x0", 2))),
        proof,
        unsupported);
  }
}
