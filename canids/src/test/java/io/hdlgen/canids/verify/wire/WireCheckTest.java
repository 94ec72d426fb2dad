package io.hdlgen.canids.verify.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.feature.FrameField;
import io.hdlgen.canids.rtl.bus.BusDetector;
import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.canids.rtl.receiver.ReceiverOptions;
import io.hdlgen.canids.verify.RandomDetector;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.testing.VerilogTools;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From the wire to the verdict. */
final class WireCheckTest {
  private static final Set<Integer> ATTACKS = Set.of(1);
  private static final FeatureSpec SPEC = new FeatureSpec(2, List.of(FrameField.values()));
  private static final IntegerNetwork NETWORK = RandomDetector.network(SPEC, List.of(5), 3, 1);
  private static final HardwareDesign CORE = RandomDetector.core(NETWORK, Architecture.FOLDED);

  @TempDir private Path folder;

  /** And the same events in the same cycles as the simulated netlist. */
  @Test
  void theVerilogAgreesWithReferenceAndSimulation() throws IOException, InterruptedException {
    VerilogTools.VERILATOR.require();
    Netlist netlist = netlist(16);
    WireBench verilator = verilator(netlist, "", "");
    WireCheckResult result = run(verilator, 600, 16);
    assertThat(result.check().first()).isEmpty();
    assertThat(result.passed()).isTrue();
    assertThat(result.valid()).isBetween(400L, 550L);
    assertThat(result.broken()).isGreaterThan(50);
    assertThat(result.check().alerts()).isGreaterThan(16);
    assertThat(result.check().latencyMost())
        .isEqualTo(DetectorHardware.latencyCycles(CORE.signature()));
    assertThat(result.beforeEndOfFrame()).isTrue();
    assertThat(result.lengths()).extracting(LengthTiming::code).hasSize(17).isSorted();
    WireCheckResult few = run(verilator, 30, 16);
    assertThat(run(WireBench.inJava(netlist), 30, 16)).isEqualTo(few);
  }

  @ParameterizedTest
  @CsvSource({
    "_detector.v, job_seq_q <=",
    "_features.v, gap_q <=",
    "_features.v, byte3_q <=",
    "hdlgen_can_frame.v, base_id_q <=",
    "hdlgen_can_frame.v, crc_wrong_q <=",
    "hdlgen_can_time.v, kept_q <=",
    "hdlgen_can_bits.v, last_q <="
  })
  void whatIsBrokenIsFound(String file, String register) throws IOException, InterruptedException {
    VerilogTools.VERILATOR.require();
    WireCheckResult result = run(verilator(netlist(16), file, register), 100, 16);
    assertThat(result.passed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"8", "10", "40"})
  void otherNumbersOfClocksABit(int clocks) {
    WireCheckResult result = run(WireBench.inJava(netlist(clocks)), 30, clocks);
    assertThat(result.check().first()).isEmpty();
    assertThat(result.check().verdicts()).isGreaterThan(15);
  }

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void everyToolReadsTheVerilog(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    tool.assertClean("bus detector", folder, "ids", verilog(netlist(16)));
  }

  private static Netlist netlist(int clocksPerBit) {
    Netlist detector =
        DetectorHardware.of(
            BusDetector.detectorName("ids"),
            SPEC,
            NETWORK,
            CORE.netlist(),
            CORE.signature(),
            ATTACKS);
    return BusDetector.of("ids", detector, ReceiverOptions.of(clocksPerBit, 1_000_000));
  }

  private static WireCheckResult run(WireBench bench, int frames, int clocksPerBit) {
    return new WireCheck(SPEC, NETWORK, ATTACKS, clocksPerBit)
        .run(bench, WireStimulus.usual(frames, 3, clocksPerBit), Progress.NONE);
  }

  private static List<VerilogFile> verilog(Netlist netlist) {
    return new VerilogEmitter(List.of("A test."), (layer, neuron) -> List.of()).emit(netlist);
  }

  /**
   * @param in end of the name of the file in which a register gets the complement of what it should
   * @param register how its assignment begins; none if empty
   */
  private WireBench verilator(Netlist netlist, String in, String register) throws IOException {
    Path rtl = Files.createTempDirectory(folder, "rtl");
    List<Path> files = new ArrayList<>();
    for (VerilogFile file : verilog(netlist)) {
      String text = file.text();
      if (!register.isEmpty() && file.name().endsWith(in)) {
        text = text.replaceAll(register + " ([^;]*);", register + " ~($1);");
        assertThat(text).isNotEqualTo(file.text());
      }
      files.add(Files.writeString(rtl.resolve(file.name()), text));
    }
    VerilatorOptions options = VerilatorOptions.standard().withCache(folder).withStrict(false);
    return WireBench.inVerilator(files, netlist, options, 7);
  }
}
