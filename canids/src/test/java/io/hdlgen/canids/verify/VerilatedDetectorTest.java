package io.hdlgen.canids.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.feature.FrameField;
import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerilatedDetectorTest {
  private static final Set<Integer> ATTACKS = Set.of(1);
  private static final FeatureSpec SPEC = new FeatureSpec(2, List.of(FrameField.values()));

  @TempDir private Path folder;

  @BeforeEach
  void needVerilator() {
    boolean there = Doctor.ofEnvironment().find(Tool.VERILATOR).isPresent();
    Assumptions.assumeTrue(there || Boolean.getBoolean("require.tools"), "skipped: no verilator");
  }

  /** And the same events in the same cycles as the simulated netlist. */
  @Test
  void theVerilogAgrees() throws IOException {
    IntegerNetwork network = RandomDetector.network(SPEC, List.of(5), 3, 1);
    HardwareDesign core = RandomDetector.core(network, Architecture.FOLDED);
    Netlist netlist =
        DetectorHardware.of("ids", SPEC, network, core.netlist(), core.signature(), ATTACKS);
    VerilatedDetector verilated = build(netlist, "");
    DetectorCheckResult result = run(verilated, network, core, 4000);
    assertThat(result.first()).isEmpty();
    assertThat(result.verdicts()).isGreaterThan(3000);
    assertThat(result.alerts()).isPositive();
    assertThat(run(new SimulatedDetector(netlist), network, core, 4000)).isEqualTo(result);

    assertThat(run(build(netlist, "gap_q <="), network, core, 200).mismatches()).isPositive();
  }

  private static DetectorCheckResult run(
      DetectorBench bench, IntegerNetwork network, HardwareDesign core, int frames) {
    int settle = DetectorHardware.latencyCycles(core.signature()) + 10;
    return new DetectorCheck(SPEC, network, ATTACKS)
        .run(bench, new BusTraffic(3, settle, 16, false)::next, frames, false);
  }

  /**
   * @param broken a register is never written whose assignment begins like this; none if empty
   */
  private VerilatedDetector build(Netlist netlist, String broken) throws IOException {
    Path rtl = Files.createTempDirectory(folder, "rtl");
    List<Path> files = new ArrayList<>();
    for (VerilogFile file :
        new VerilogEmitter(List.of("A test."), (layer, neuron) -> List.of()).emit(netlist)) {
      String text = file.text();
      if (!broken.isEmpty() && file.name().contains("features")) {
        text = text.replaceAll(broken + " ([^;]*);", broken + " ~$1;");
        assertThat(text).isNotEqualTo(file.text());
      }
      Path path = rtl.resolve(file.name());
      files.add(Files.writeString(path, text));
    }
    return VerilatedDetector.build(
        files, netlist.top(), VerilatorOptions.standard().withCache(folder), 7);
  }
}
