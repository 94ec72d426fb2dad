package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.port.Port;
import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.tool.Tools;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks of a stream whose inferences take several beats. */
final class SeveralBeatsTest {
  private static final int COUNT = 300;

  @TempDir Path folder;

  private static DesignCheck check(Netlist netlist, Signature signature, int count) {
    return new DesignCheck(netlist, signature, BeatSum.vectors(signature, count), 3);
  }

  @ParameterizedTest
  @CsvSource({"0, 300", "1, 300", "4, 300", "7, 300", "0, 1", "3, 2"})
  void aRightDesignPasses(int rest, int count) {
    DesignCheck check = check(BeatSum.netlist(rest), BeatSum.signature(rest), count);
    CheckResult result = check.inJava();
    assertThat(result.first()).isEmpty();
    assertThat(result.latencyMeasured()).isEqualTo(OptionalInt.of(4));
    assertThat(result.latencyFromLastBeatMeasured()).isEqualTo(OptionalInt.of(2));
    assertThat(result.intervalMeasured()).isEqualTo(OptionalInt.of(3 + rest));
    assertThat(result.passed()).isTrue();
    assertThat(check.inJavaWithRanges()).isEqualTo(result);
  }

  @Test
  void aSlowDesignIsCheckedInTime() {
    CheckResult result = check(BeatSum.netlist(5_000), BeatSum.signature(5_000), 2).inJava();
    assertThat(result.first()).isEmpty();
    assertThat(result.passed()).isTrue();
    assertThat(result.cyclesCompared()).isBetween(25 * 5_000L, 100 * 5_000L);
  }

  @Test
  void aDesignThatHangsIsFound() {
    Netlist hanging = BeatSum.netlist(20_000);
    CheckResult result = check(hanging, BeatSum.signature(4, 2, 3), COUNT).inJava();
    assertThat(result.passed()).isFalse();
    assertThat(result.first().orElseThrow().describe()).contains("a result within 1112 cycles");
  }

  /** Zeros extend unsigned and bipolar codes, the sign signed ones; unused lanes are zero. */
  @Test
  void beatsHoldTheCodesOfTheirFeatures() {
    Vectors vectors =
        new Vectors(
            BeatSum.signature(0),
            new long[][] {{5, -7, 6, -1, -3}, {0, 7, 7, 1, 3}},
            new int[2],
            new long[2][1]);
    RecordLayout layout = new RecordLayout(List.of(new Port("s_axis_tdata", 8)));
    int[][] expected = {{0x95, 0x06, 0x0d}, {0x70, 0x17, 0x03}};
    for (int vector = 0; vector < 2; vector++) {
      for (int beat = 0; beat < 3; beat++) {
        byte[] record = new byte[1];
        vectors.putInputs(vector, beat, layout, record, 0);
        assertThat(record[0] & 0xff).isEqualTo(expected[vector][beat]);
      }
    }
  }

  @Test
  void aRightDesignPassesInVerilator() throws IOException {
    Tools.need("verilator");
    Netlist netlist = BeatSum.netlist(2);
    DesignCheck check = check(netlist, BeatSum.signature(2), COUNT);
    CheckResult result = check.withVerilator(model(netlist, check));
    assertThat(result.first()).isEmpty();
    assertThat(result.passed()).isTrue();
    assertThat(result.cyclesCompared()).isGreaterThan(5 * COUNT);
  }

  @ParameterizedTest
  @EnumSource(BeatSum.Fault.class)
  void aFaultIsFound(BeatSum.Fault fault) {
    Netlist netlist = BeatSum.netlist(0, EnumSet.of(fault));
    CheckResult result = check(netlist, BeatSum.signature(0), COUNT).inJava();
    assertThat(result.passed()).isFalse();
    assertThat(result.first().orElseThrow().port())
        .isIn(
            switch (fault) {
              case VALID_FALLS -> Set.of("m_axis_tvalid");
              case DATA_CHANGE -> Set.of("m_axis_tdata");
              case OFF_BY_ONE -> Set.of("score_0");
              case TLAST_GOVERNS -> Set.of("class", "score_0");
              // Whichever comes first: the next result, or the last beat out of step.
              case DROPPED_BEAT, COUNT_OUTLIVES_RESET -> Set.of("error_o", "class", "score_0");
              case NO_ERROR_ON_EARLY_LAST,
                  NO_ERROR_ON_MISSING_LAST,
                  ERROR_FALLS,
                  ERROR_WITHOUT_CAUSE,
                  LAST_WITHOUT_VALID ->
                  Set.of("error_o");
            });
  }

  @Test
  void aFaultInVerilogAloneIsFound() throws IOException {
    Tools.need("verilator");
    Netlist broken = BeatSum.netlist(1, EnumSet.of(BeatSum.Fault.DROPPED_BEAT));
    DesignCheck check = check(BeatSum.netlist(1), BeatSum.signature(1), COUNT);
    CheckResult result = check.withVerilator(model(broken, check));
    assertThat(result.passed()).isFalse();
    assertThat(result.first().orElseThrow().witnesses()).isEqualTo("java, verilator");
  }

  @ParameterizedTest
  @CsvSource({"5, 2, 3", "3, 2, 3", "4, 1, 3", "4, 3, 3", "4, 2, 4", "4, 2, 2"})
  void aWrongPredictionIsFound(int latency, int latencyFromLast, int interval) {
    Signature signature = BeatSum.signature(latency, latencyFromLast, interval);
    CheckResult result = check(BeatSum.netlist(0), signature, COUNT).inJava();
    assertThat(result.first()).isEmpty();
    assertThat(result.passed()).isFalse();
    assertThat(result.latencyMeasured()).isEqualTo(OptionalInt.of(4));
    assertThat(result.latencyFromLastBeatMeasured()).isEqualTo(OptionalInt.of(2));
    assertThat(result.intervalMeasured()).isEqualTo(OptionalInt.of(3));
  }

  private VerilatorModel model(Netlist netlist, DesignCheck check) throws IOException {
    return VerilatorModel.build(
        check.records().verilog(BeatSum.write(netlist, folder.resolve("rtl"))),
        VerilatorOptions.standard().withCache(folder.resolve("cache")));
  }
}
