package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.text.NetlistParser;
import io.hdlgen.hdl.text.NetlistWriter;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.tool.Tools;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegisterCheckTest {
  @TempDir Path folder;

  private static DesignCheck check(TestDesign design, Vectors vectors) {
    return new DesignCheck(design.hardware().netlist(), design.hardware().signature(), vectors, 11);
  }

  private VerilatorModel model(TestDesign design, DesignCheck check, UnaryOperator<String> edit)
      throws IOException {
    return VerilatorModel.build(
        check.records().verilog(design.write(folder.resolve("rtl"), edit)),
        VerilatorOptions.standard().withCache(folder.resolve("cache")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 300})
  void rightRegistersPassInJava(int count) {
    for (int stages : new int[] {1, 5}) {
      TestDesign design = TestDesign.onBus(stages);
      CheckResult result = check(design, design.vectors(count, 3)).inJava();
      assertThat(result.first()).isEmpty();
      assertThat(result.mismatches()).isZero();
      assertThat(result.latencyPredicted()).isEqualTo(stages + 3);
      assertThat(result.latencyMeasured()).isEqualTo(OptionalInt.of(stages + 3));
      assertThat(result.intervalMeasured()).isEmpty();
      assertThat(result.passed()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Outputs.class)
  void classAndScoresPassAlone(Outputs outputs) {
    TestDesign design = TestDesign.onBus(TestDesign.onBus(3).network(), outputs, 3);
    CheckResult result = check(design, design.vectors(100, 3)).inJava();
    assertThat(result.first()).isEmpty();
    assertThat(result.passed()).isTrue();
  }

  @Test
  void aWrongReferenceIsFound() {
    TestDesign design = TestDesign.onBus(3);
    long[][] codes = design.codes(100, 3);
    ReferenceModel reference = new ReferenceModel(design.network());
    long[][] scores = reference.scores(codes, 1);
    scores[91][2] += 1;
    Vectors vectors =
        new Vectors(design.hardware().signature(), codes, reference.classify(codes, 1), scores);
    Mismatch first = check(design, vectors).inJava().first().orElseThrow();
    assertThat(first.port()).isEqualTo("score_2");
    assertThat(first.vector()).isEqualTo(91);
    assertThat(first.expected()).isEqualTo(Long.toString(scores[91][2]));
    assertThat(first.found()).isEqualTo(Long.toString(scores[91][2] - 1));
  }

  @Test
  void wideFeaturesAndScoresPass() throws IOException {
    Tools.need("verilator");
    TestDesign design = TestDesign.onBus(wide(), Outputs.BOTH, 2);
    assertThat(design.hardware().signature().registers().orElseThrow().scoreWords()).isEqualTo(2);
    DesignCheck check = check(design, design.vectors(100, 3));
    CheckResult result = check.withVerilator(model(design, check, text -> text));
    assertThat(result.first()).isEmpty();
    assertThat(result.passed()).isTrue();
  }

  /** Features of one to four bytes, scores of more than 32 bits. */
  private static IntegerNetwork wide() {
    List<InputFeature> inputs =
        List.of(
            InputFeature.filling("a", 9, Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN),
            InputFeature.filling("b", 17, Encoding.SIGNED, 1, 0, Rounding.HALF_EVEN),
            InputFeature.filling("c", 32, Encoding.SIGNED, 1, 0, Rounding.HALF_EVEN),
            InputFeature.filling("d", 24, Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN));
    DenseLayer layer =
        new DenseLayer(
            "last",
            LongMatrix.ofRows(
                List.of(LongVector.of(3, -70, 1001, 9), LongVector.of(-900, 5, -77, 1)), 4),
            LongVector.of(1, 2),
            new Activation.Identity());
    return new IntegerNetwork(
        "tiny",
        inputs,
        List.of(layer),
        new Decision.ArgMax(LongVector.of(1, 1), LongVector.of(0, 0)),
        List.of("no", "yes"));
  }

  /** The simulated netlist itself is broken, so that nothing but the rules can tell. */
  @ParameterizedTest
  @CsvSource({
    "b_stays, and no_response b_valid, s_axi_bvalid",
    "r_waits, and no_response b_valid, s_axi_rvalid",
    "both, and aw_held aw_held, s_axi_bvalid",
    "clear, and no_response b_valid, s_axi_rdata",
    "done_ends, or clear clear, irq_o",
    "irq_next, or done_next done_next, irq_o",
    "write1, and row_write column1_here, ",
    "write1, and row_write no_response, ",
    "write3, and row_write column1_byte0, ",
    "written, and at at, ",
    "refused, and no_response b_valid, s_axi_bresp",
    "b_error_next, or refused refused, s_axi_bresp",
    "missing, not something, s_axi_rresp",
    "score_1, register score_1 one, ",
    "ready, not done, s_axi_rdata",
    "busy_next, or start start, ",
  })
  void brokenRegistersAreFound(String role, String definition, String port) {
    TestDesign design = TestDesign.onBus(3);
    Netlist netlist = NetlistParser.parse(changed(design, role, definition), "changed");
    Vectors vectors = design.vectors(100, 3);
    CheckResult result =
        new DesignCheck(netlist, design.hardware().signature(), vectors, 11).inJava();
    assertThat(result.passed()).isFalse();
    if (port != null) {
      assertThat(result.first().orElseThrow().port()).isEqualTo(port);
    }
  }

  @Test
  void featuresInTheWrongPlaceAreFound() {
    TestDesign design = TestDesign.onBus(3);
    String text = NetlistWriter.write(design.hardware().netlist());
    List<String> places = ids(text, "feature6", "feature7");
    String swapped =
        text.replace(
            places.get(0) + " " + places.get(1) + " ", places.get(1) + " " + places.get(0) + " ");
    assertThat(swapped).isNotEqualTo(text);
    Mismatch first =
        new DesignCheck(
                NetlistParser.parse(swapped, "swapped"),
                design.hardware().signature(),
                design.vectors(100, 3),
                11)
            .inJava()
            .first()
            .orElseThrow();
    assertThat(first.port()).containsAnyOf("class", "score_");
  }

  @Test
  void brokenVerilogIsFound() throws IOException {
    Tools.need("verilator");
    TestDesign design = TestDesign.onBus(3);
    DesignCheck check = check(design, design.vectors(100, 3));
    String good = "wire b_stays = b_valid_q & ~s_axi_bready;";
    VerilatorModel model = model(design, check, text -> text.replace(good, good.replace("~", "")));
    CheckResult result = check.withVerilator(model);
    assertThat(result.first().orElseThrow().witnesses()).isEqualTo("java, verilator");
    assertThat(result.first().orElseThrow().port()).isEqualTo("s_axi_bvalid");
  }

  /** The netlist with the first node of a role in the top made of others, told by their roles. */
  private static String changed(TestDesign design, String role, String definition) {
    String text = NetlistWriter.write(design.hardware().netlist());
    int top = text.indexOf("module tiny\n");
    String head = text.substring(0, top);
    String body = text.substring(top);
    String[] words = definition.split(" ");
    List<String> operands = ids(body, Arrays.copyOfRange(words, 1, words.length));
    String made = " = " + words[0] + " " + String.join(" ", operands) + " : [";
    String kind = words[0].equals("register") ? "register" : "\\w+";
    String broken =
        body.replaceFirst(" = " + kind + " [^\n\"]* : \\[(?=[^\n]* @ - - " + role + "\n)", made);
    assertThat(broken).isNotEqualTo(body);
    return head + broken;
  }

  private static List<String> ids(String body, String... roles) {
    return Arrays.stream(roles)
        .map(
            role -> {
              Matcher line = Pattern.compile("(%\\d+) = [^\n]* @ - - " + role + "\n").matcher(body);
              assertThat(line.find()).as(role).isTrue();
              return line.group(1);
            })
        .toList();
  }
}
