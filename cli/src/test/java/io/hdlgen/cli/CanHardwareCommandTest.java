package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hdlgen can emit} and {@code hdlgen can verify}. */
class CanHardwareCommandTest {
  @TempDir Path folder;

  @Test
  void aDetectorBecomesHardware() {
    boolean there = Doctor.ofEnvironment().find(Tool.VERILATOR).isPresent();
    Assumptions.assumeTrue(there || Boolean.getBoolean("require.tools"), "skipped: no verilator");
    Path detector = detector();
    Path design = folder.resolve("design");
    String[] emit = {
      "can",
      "emit",
      detector.toString(),
      "--arch",
      "folded",
      "--frames",
      "200",
      "--target",
      "icebreaker",
      "-o",
      design.toString(),
      "--json"
    };
    CommandRun run = CommandRun.of(emit);
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("top").textValue()).isEqualTo("fuzzy_ids");
    assertThat(json.get("beforeEndOfFrame").booleanValue()).isTrue();
    assertThat(json.get("clocksPerBit").intValue()).as("the board's oscillator").isEqualTo(12);
    assertThat(json.get("verification").get("wire").get("beforeEndOfFrame").booleanValue())
        .isTrue();
    assertThat(json.get("verification").get("mismatches").intValue()).isZero();
    assertThat(json.get("core").get("architecture").textValue()).isEqualTo("folded");

    CommandRun verified =
        CommandRun.of("can", "verify", design.toString(), "--frames", "300", "--seed", "4");
    assertThat(verified.exitCode()).as(verified.err()).isZero();
    assertThat(verified.out()).startsWith("300 frames, ").contains("reference = Verilator");
    CommandRun wire =
        CommandRun.of("can", "verify", design.toString(), "--wire", "--frames", "60", "--json");
    assertThat(wire.exitCode()).as(wire.err()).isZero();
    assertThat(wire.json().get("mismatches").intValue()).isZero();
    assertThat(wire.json().get("wire").get("validFrames").intValue()).isPositive();

    CommandRun plain = CommandRun.of("verify", design.toString());
    assertThat(plain.exitCode()).isEqualTo(2);
    assertThat(plain.err())
        .contains("found the design folder of a detector")
        .contains("can verify");
    synthesizes(design);
  }

  private static void synthesizes(Path design) {
    CommandRun clock = CommandRun.of("can", "synth", design.toString(), "--target", "ulx3s_85f");
    assertThat(clock.exitCode()).isEqualTo(2);
    assertThat(clock.err())
        .contains("the design's clock: found 12 MHz; expected the oscillator of ulx3s_85f")
        .contains("--clock-mhz 25");
    CommandRun printed = CommandRun.of("can", "synth", design.toString(), "--target", "egfet_1v0");
    assertThat(printed.exitCode()).isEqualTo(2);
    assertThat(printed.err()).contains("found egfet_1v0, which is no board");
    ExternalTools.need(Tool.YOSYS, Tool.NEXTPNR_ICE40, Tool.ICEPACK);
    CommandRun run = CommandRun.of("can", "synth", design.toString(), "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode report = run.json();
    assertThat(design.resolve("synth/icebreaker").resolve(report.get("bitstream").textValue()))
        .exists();
    assertThat(report.get("fmaxMhz").doubleValue()).isGreaterThan(12);
    // The board's top leaves ports of the core open: of a small one more goes with them than the
    // top
    // adds.
    assertThat(report.get("luts").longValue()).isBetween(500L, 5280L);
    assertThat(report.get("core").get("luts").longValue()).isBetween(500L, 5280L);
    JsonNode latency = report.get("latency");
    assertThat(latency.get("usAtBoardClock").doubleValue())
        .isEqualTo(latency.get("cycles").longValue() / 12.0, within(1e-4));
    assertThat(latency.get("usAtFmax").doubleValue())
        .isEqualTo(
            latency.get("cycles").longValue() / report.get("fmaxMhz").doubleValue(), within(1e-2));
    assertThat(design.resolve("synth/icebreaker/nextpnr.log"))
        .content()
        .contains("constrained 'can_rx_i'")
        .doesNotContain("unmatched");
  }

  @Test
  void whatIsWrongIsSaidInALine() {
    CommandRun none = CommandRun.of("can", "emit", folder.resolve("none").toString());
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("found no such file; expected the folder of a detector");
    CommandRun arch = CommandRun.of("can", "emit", folder.toString(), "--arch", "combinational");
    assertThat(arch.exitCode()).isEqualTo(2);
    assertThat(arch.err()).contains("--arch: found combinational; expected unrolled, folded");
    CommandRun clocks = CommandRun.of("can", "emit", folder.toString(), "--clocks-per-bit", "20");
    assertThat(clocks.exitCode()).isEqualTo(2);
    assertThat(clocks.err()).contains("--without-receiver");
    CommandRun rate = CommandRun.of("can", "emit", folder.toString(), "--bit-rate", "300000");
    assertThat(rate.exitCode()).isEqualTo(2);
    assertThat(rate.err())
        .contains("--clock-mhz 16 and --bit-rate 300000: found 53.33 clocks a bit");
    CommandRun verify = CommandRun.of("can", "verify", folder.resolve("none").toString());
    assertThat(verify.exitCode()).isEqualTo(2);
    assertThat(Files.exists(folder.resolve("none"))).isFalse();
  }

  private Path detector() {
    Path log = folder.resolve("log.csv");
    Path detector = folder.resolve("fuzzy_ids");
    CommandRun generated =
        CommandRun.of(
            "can", "generate", "--minutes", "1", "--attacks", "fuzzy", "-o", log.toString());
    assertThat(generated.exitCode()).as(generated.err()).isZero();
    CommandRun trained =
        CommandRun.of(
            "can",
            "train",
            log.toString(),
            "--attack",
            "fuzzy",
            "--classes",
            "2",
            "--fields",
            "id_high,id_low,gap,same_id",
            "--hidden",
            "4",
            "--bits",
            "2",
            "--epochs",
            "1",
            "--rows",
            "500",
            "-o",
            detector.toString());
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    return detector;
  }
}
