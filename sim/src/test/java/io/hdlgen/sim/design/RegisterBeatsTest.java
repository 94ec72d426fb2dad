package io.hdlgen.sim.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.RegisterMap;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.text.NetlistParser;
import io.hdlgen.hdl.text.NetlistWriter;
import io.hdlgen.hdl.top.RegisterTop;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.sim.check.CheckResult;
import io.hdlgen.sim.check.DesignCheck;
import io.hdlgen.sim.check.Vectors;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Registers around a core that takes several beats an inference, and gives them side by side. */
final class RegisterBeatsTest {
  private static final int BEAT_BITS = 8;
  private static final int FEATURE_BITS = 4;

  @Test
  void everyBeatArrives() {
    for (boolean slow : new boolean[] {false, true}) {
      for (int beats = 1; beats <= 4; beats++) {
        for (int features = 2 * beats - 1; features <= 2 * beats; features++) {
          CheckResult result = check(netlist(features, beats, slow), features, beats, slow);
          assertThat(result.first()).as(features + " features").isEmpty();
          assertThat(result.passed()).isTrue();
        }
      }
    }
  }

  @Test
  void aWriteThatDoesNotWaitForTheBeatsIsFound() {
    String text = NetlistWriter.write(netlist(8, 4, true));
    String early =
        text.replaceFirst("and (%\\d+) %\\d+( : [^\\n]* @ - - commit\\n)", "and $1 $1$2");
    assertThat(early).isNotEqualTo(text);
    CheckResult result = check(NetlistParser.parse(early, "early"), 8, 4, true);
    assertThat(result.first().orElseThrow().port()).isEqualTo("score_0");
  }

  private static CheckResult check(Netlist netlist, int features, int beats, boolean slow) {
    Signature signature =
        new Signature(
                "top",
                Architecture.FOLDED,
                RegisterTop.latencyCycles(slow ? 2 * beats - 1 : beats),
                OptionalInt.empty(),
                FEATURE_BITS * features,
                BEAT_BITS * beats,
                RegisterMap.inRegisters(inputs(features), "s_axi_wdata"),
                RegisterMap.inRegisters(outputs(beats), "s_axi_rdata"),
                List.of())
            .withBus(Bus.AXI4_LITE);
    Random random = new Random(5);
    long[][] codes = new long[40][features];
    long[][] scores = new long[codes.length][1];
    for (int i = 0; i < codes.length; i++) {
      for (int k = 0; k < features; k++) {
        codes[i][k] = random.nextInt(1 << FEATURE_BITS);
        scores[i][0] |= codes[i][k] << FEATURE_BITS * k;
      }
    }
    return new DesignCheck(netlist, signature, new Vectors(signature, codes, null, scores), 3)
        .inJava();
  }

  private static List<Field> inputs(int features) {
    List<Field> inputs = new ArrayList<>();
    for (int i = 0; i < features; i++) {
      int low = i % 2 * FEATURE_BITS;
      inputs.add(
          new Field("x" + i, "s_axis_tdata", i / 2, low, FEATURE_BITS, Encoding.UNSIGNED, 0, 15));
    }
    return inputs;
  }

  private static List<Field> outputs(int beats) {
    int width = BEAT_BITS * beats;
    return List.of(
        new Field("score_0", "m_axis_tdata", 0, width, Encoding.UNSIGNED, 0, (1L << width) - 1));
  }

  private static Netlist netlist(int features, int beats, boolean slow) {
    List<Field> inputs = inputs(features);
    List<Field> outputs = outputs(beats);
    HdlModule module = core(beats, slow);
    Signature core =
        new Signature(
                "core",
                Architecture.FOLDED,
                slow ? 2 * beats - 1 : beats,
                OptionalInt.of(beats),
                BEAT_BITS,
                BEAT_BITS * beats,
                inputs,
                outputs,
                List.of())
            .withBeats(beats, 1);
    HdlModule top = RegisterTop.of("top", module, core, inputs, outputs);
    Netlist netlist = new Netlist(List.of(module, top));
    NetlistVerifier.verify(netlist);
    return netlist;
  }

  /** Shifts beats in; a slow one takes a beat every other cycle. */
  private static HdlModule core(int beats, boolean slow) {
    ModuleBuilder builder = new ModuleBuilder("core");
    int data = builder.input(Origin.of("in"), Range.unsigned(BEAT_BITS), "s_axis_tdata");
    int valid = builder.input(Origin.of("in"), Range.BIT, "s_axis_tvalid");
    int last = builder.input(Origin.of("in"), Range.BIT, "s_axis_tlast");
    builder.input(Origin.of("out"), Range.BIT, "m_axis_tready");
    int ready = flag(builder, "ready");
    int taken = builder.and(Origin.of("taken"), valid, ready);
    int one = builder.constant(Origin.of("one"), 1);
    builder.connect(ready, slow ? builder.not(Origin.of("rest"), taken) : one);
    List<Integer> parts = new ArrayList<>();
    int part = data;
    for (int beat = 0; beat < beats; beat++) {
      part = builder.register(Origin.of("part"), part, taken);
      parts.add(0, part);
    }
    int done = flag(builder, "done");
    builder.connect(done, builder.and(Origin.of("ends"), taken, last));
    builder.output(Origin.of("in"), "s_axis_tready", ready);
    builder.output(Origin.of("out"), "m_axis_tdata", builder.concat(Origin.of("all"), parts));
    builder.output(Origin.of("out"), "m_axis_tvalid", done);
    builder.output(Origin.of("error"), "error_o", builder.constant(Origin.of("none"), 0));
    return builder.build();
  }

  private static int flag(ModuleBuilder builder, String name) {
    return builder.feedback(Origin.of(name), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
  }
}
