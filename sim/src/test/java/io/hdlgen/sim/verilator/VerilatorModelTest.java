package io.hdlgen.sim.verilator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.sim.port.Port;
import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolException.Reason;
import io.hdlgen.sim.tool.Tools;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerilatorModelTest {
  private static final String REGISTERED =
      """
      `default_nettype none
      module registered (
        input  wire         clk_i,
        input  wire         rst_i,
        input  wire [129:0] wide__in,
        input  wire         bit_in,
        output wire [129:0] wide_out,
        output wire [6:0]   seven_out
      );
        reg [129:0] wide_q;
        reg [6:0] count_q;
        always @(posedge clk_i) begin
          wide_q <= ~wide__in;
          if (rst_i) count_q <= 7'd3;
          else if (bit_in) count_q <= count_q + 7'd1;
        end
        assign wide_out = wide_q;
        assign seven_out = count_q;
      endmodule
      `default_nettype wire
      """;

  @TempDir Path folder;

  private VerilogDesign design(String text) throws IOException {
    Path file = folder.resolve("registered.v");
    Files.writeString(file, text);
    return new VerilogDesign(
        List.of(file),
        "registered",
        "clk_i",
        List.of(new Port("rst_i", 1), new Port("wide__in", 130), new Port("bit_in", 1)),
        List.of(new Port("wide_out", 130), new Port("seven_out", 7)));
  }

  private VerilatorOptions options() {
    return VerilatorOptions.standard().withCache(folder.resolve("cache"));
  }

  @Test
  void streamsManyCyclesThroughWidePorts() throws IOException {
    Tools.need("verilator");
    VerilatorModel model = VerilatorModel.build(design(REGISTERED), options());
    RecordLayout in = model.inputs();
    RecordLayout out = model.outputs();
    int cycles = 50_000;
    Random random = new Random(1);
    BigInteger mask = BigInteger.ONE.shiftLeft(130).subtract(BigInteger.ONE);
    BigInteger[] last = {null};
    int[] count = {3};
    int[] made = {0};
    List<String> wrong = new ArrayList<>();
    long taken =
        model.run(
            5,
            (inputs, at, note, noteAt) -> {
              if (made[0] == cycles) {
                return false;
              }
              boolean reset = made[0] == 0;
              BigInteger wide = new BigInteger(130, random);
              int bit = random.nextInt(2);
              inputs[at + in.offset("rst_i")] = (byte) (reset ? 1 : 0);
              byte[] bytes = wide.toByteArray();
              for (int i = 0; i < 17; i++) {
                int from = bytes.length - 1 - i;
                inputs[at + in.offset("wide__in") + i] = from < 0 ? 0 : bytes[from];
              }
              inputs[at + in.offset("bit_in")] = (byte) bit;
              if (last[0] != null) {
                byte[] expected = last[0].toByteArray();
                for (int i = 0; i < 17; i++) {
                  int from = expected.length - 1 - i;
                  note[noteAt + i] = from < 0 ? 0 : expected[from];
                }
                note[noteAt + 17] = (byte) count[0];
              }
              last[0] = wide.xor(mask);
              count[0] = reset ? 3 : count[0] + bit & 127;
              made[0]++;
              return true;
            },
            18,
            (cycle, note, noteAt, outputs, at) -> {
              for (int i = 0; cycle > 0 && i < 18; i++) {
                if (note[noteAt + i] != outputs[at + i]) {
                  wrong.add("cycle " + cycle + " byte " + i);
                }
              }
              return wrong.isEmpty();
            });
    assertThat(wrong).isEmpty();
    assertThat(taken).isEqualTo(cycles);
    assertThat(out.size()).isEqualTo(18);
  }

  @Test
  void aSecondBuildComesFromTheCache() throws IOException {
    Tools.need("verilator");
    Path first = VerilatorModel.build(design(REGISTERED), options()).program();
    Object time = Files.getLastModifiedTime(first);
    assertThat(VerilatorModel.build(design(REGISTERED), options()).program()).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(first)).isEqualTo(time);
    try (Stream<Path> kept = Files.list(first.getParent())) {
      assertThat(kept).containsExactly(first);
    }
    String other = REGISTERED.replace("7'd3", "7'd4");
    assertThat(VerilatorModel.build(design(other), options()).program()).isNotEqualTo(first);
  }

  @Test
  void theSinkCanStopTheRun() throws IOException {
    Tools.need("verilator");
    VerilatorModel model = VerilatorModel.build(design(REGISTERED), options());
    long taken =
        model.run(
            0,
            (inputs, at, note, noteAt) -> true,
            0,
            (cycle, note, noteAt, outputs, at) -> cycle < 1234);
    assertThat(taken).isEqualTo(1235);
  }

  @Test
  void aWarningFailsTheBuildInOneLine() throws IOException {
    Tools.need("verilator");
    String text = REGISTERED.replace("count_q + 7'd1", "count_q + 9'd1");
    assertThatThrownBy(() -> VerilatorModel.build(design(text), options()))
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
        .hasMessageContaining("rtl/registered.v:15")
        .hasMessageContaining("WIDTH")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aMissingVerilatorIsNamed() throws IOException {
    VerilogDesign design = design(REGISTERED);
    assertThatThrownBy(
            () -> VerilatorModel.build(design, options().withExecutable("no-such-verilator")))
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISSING))
        .hasMessageContaining("no-such-verilator");
  }

  private Path script(String text) throws IOException {
    Path script = folder.resolve("fake");
    Files.writeString(script, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  @Test
  void anOldVerilatorIsRefused() throws IOException {
    Path old = script("echo 'Verilator 4.038 2020-07-11 rev v4.036'");
    VerilogDesign design = design(REGISTERED);
    assertThatThrownBy(() -> VerilatorModel.build(design, options().withExecutable(old.toString())))
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_OLD))
        .hasMessageContaining("4.038");
  }

  @Test
  void aBuildThatTakesTooLongIsKilled() throws IOException {
    Path slow = script("case $1 in --version) echo 'Verilator 5.006 fake';; *) sleep 60;; esac");
    VerilogDesign design = design(REGISTERED);
    VerilatorOptions options =
        options()
            .withExecutable(slow.toString())
            .withLimits(Duration.ofMillis(300), Duration.ofSeconds(1));
    assertThatThrownBy(() -> VerilatorModel.build(design, options))
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT));
  }

  @Test
  void aHangingAndACrashingProgramAreNoticed() throws IOException {
    Path hanging = script("sleep 60");
    RecordStream stream = new RecordStream(1, 1, 0, Duration.ofMillis(300));
    assertThatThrownBy(
            () ->
                stream.run(
                    new ProcessBuilder(hanging.toString()),
                    (inputs, at, note, noteAt) -> true,
                    (cycle, note, noteAt, outputs, at) -> true))
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT));
    Path crashing = script("exit 5");
    RecordStream other = new RecordStream(1, 1, 0, Duration.ofSeconds(20));
    assertThatThrownBy(
            () ->
                other.run(
                    new ProcessBuilder(crashing.toString()),
                    (inputs, at, note, noteAt) -> true,
                    (cycle, note, noteAt, outputs, at) -> true))
        .isInstanceOfSatisfying(
            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CRASHED));
  }
}
