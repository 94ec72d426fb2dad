package io.hdlgen.canids.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.feature.FrameField;
import io.hdlgen.canids.feature.InputForm;
import io.hdlgen.canids.feature.Presets;
import io.hdlgen.canids.rtl.feature.DetectorHardware;
import io.hdlgen.canids.rtl.feature.DetectorPorts;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DetectorCheckTest {
  private static final Set<Integer> ATTACKS = Set.of(1, 2);
  private static final int CLOCKS_PER_BIT = 16;
  private static final FeatureSpec EVERY = new FeatureSpec(2, List.of(FrameField.values()));

  @ParameterizedTest
  @EnumSource(names = {"UNROLLED", "FOLDED"})
  void everyFeatureAndVerdictAgrees(Architecture architecture) {
    everyFeatureAndVerdictAgrees(EVERY, architecture);
  }

  @Test
  void everyBitAndVerdictAgrees() {
    List<FrameField> fields =
        List.of(FrameField.ID_HIGH, FrameField.BYTE_7, FrameField.GAP, FrameField.REMOTE);
    everyFeatureAndVerdictAgrees(new FeatureSpec(2, fields, InputForm.BITS), Architecture.FOLDED);
  }

  private static void everyFeatureAndVerdictAgrees(FeatureSpec spec, Architecture architecture) {
    IntegerNetwork network = RandomDetector.network(spec, List.of(6), 3, 1);
    HardwareDesign core = RandomDetector.core(network, architecture);
    DetectorCheckResult result = check(spec, network, core, 3000, false);
    assertThat(result.first()).isEmpty();
    assertThat(result.missed()).isZero();
    assertThat(result.features()).isGreaterThan(2500);
    assertThat(result.verdicts()).isEqualTo(result.features() - 1);
    assertThat(result.alerts()).isBetween(100L, 2900L);
    assertThat(result.latencyLeast())
        .isEqualTo(result.latencyMost())
        .isEqualTo(DetectorHardware.latencyCycles(core.signature()));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNROLLED", "FOLDED"})
  void framesThatComeTooFastAreCounted(Architecture architecture) {
    FeatureSpec spec = Presets.DATE23.features();
    IntegerNetwork network = RandomDetector.network(spec, List.of(8), 2, 2);
    DetectorCheckResult result =
        check(spec, network, RandomDetector.core(network, architecture), 3000, true);
    assertThat(result.first()).isEmpty();
    assertThat(result.verdicts()).isPositive();
    if (architecture == Architecture.FOLDED) {
      assertThat(result.missed()).isGreaterThan(500);
    }
  }

  /** Two frames break off before the verdict of the first is out, and both ends are told. */
  @Test
  void noEndIsDroppedAtThePaceOfTheBus() {
    IntegerNetwork network = RandomDetector.network(EVERY, List.of(6), 3, 1);
    HardwareDesign core = RandomDetector.core(network, Architecture.FOLDED);
    int latency = DetectorHardware.latencyCycles(core.signature());
    int clocksPerBit = 7;
    assertThat(latency).isBetween(20 * clocksPerBit, DetectorHardware.leastInterval(clocksPerBit));
    BusTraffic traffic = new BusTraffic(5, latency + 10, clocksPerBit, false);
    DetectorCheckResult result =
        new DetectorCheck(EVERY, network, ATTACKS)
            .run(new SimulatedDetector(netlist(EVERY, network, core)), traffic::next, 3000, false);
    assertThat(result.first()).isEmpty();
    assertThat(result.latencyMost()).isEqualTo(latency);
  }

  /** Each change of the hardware must show. */
  @Test
  void brokenHardwareIsFound() {
    FeatureSpec spec = new FeatureSpec(1, List.of(FrameField.values()));
    IntegerNetwork network = RandomDetector.network(spec, List.of(4), 3, 3);
    HardwareDesign core = RandomDetector.core(network, Architecture.UNROLLED);
    Netlist netlist = netlist(spec, network, core);
    for (String role : List.of("id", "byte7", "gap", "same_id", "end_seq", "frames", "job_id")) {
      DetectorCheckResult result =
          new DetectorCheck(spec, network, ATTACKS)
              .run(
                  new SimulatedDetector(stuck(netlist, role)),
                  new BusTraffic(4, 40, CLOCKS_PER_BIT, false)::next,
                  300,
                  false);
      assertThat(result.mismatches()).describedAs(role).isPositive();
    }
  }

  /** The netlist with the lowest bit of a register's next value turned. */
  private static Netlist stuck(Netlist netlist, String role) {
    List<HdlModule> modules = new ArrayList<>();
    boolean found = false;
    for (HdlModule module : netlist.modules()) {
      List<Node> nodes = new ArrayList<>(module.nodes());
      for (int i = 0; i < nodes.size(); i++) {
        boolean ours = module.name().startsWith("ids");
        if (ours
            && nodes.get(i) instanceof Node.Register register
            && register.origin().role().equals(role)) {
          nodes.set(
              i,
              new Node.Register(
                  register.origin(), register.range(), i, register.enable(), register.reset()));
          found = true;
        }
      }
      modules.add(new HdlModule(module.name(), nodes));
    }
    assertThat(found).describedAs(role).isTrue();
    return new Netlist(modules);
  }

  @Test
  void refusesNetworksOfOtherFeatures() {
    FeatureSpec spec = Presets.DATE23.features();
    IntegerNetwork network = RandomDetector.network(EVERY, List.of(2), 3, 1);
    HardwareDesign core = RandomDetector.core(network, Architecture.UNROLLED);
    assertThatThrownBy(() -> netlist(spec, network, core))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("30 inputs; expected 10");
    FeatureSpec turned =
        new FeatureSpec(2, List.of(FrameField.ID_LOW, FrameField.ID_HIGH, FrameField.GAP));
    IntegerNetwork other =
        RandomDetector.network(
            new FeatureSpec(2, List.of(FrameField.ID_HIGH, FrameField.ID_LOW, FrameField.GAP)),
            List.of(2),
            3,
            1);
    HardwareDesign otherCore = RandomDetector.core(other, Architecture.UNROLLED);
    assertThatThrownBy(() -> netlist(turned, other, otherCore))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("m0_id_high");
  }

  @Test
  void tellsItsFeatures() {
    IntegerNetwork network = RandomDetector.network(EVERY, List.of(2), 3, 1);
    HardwareDesign core = RandomDetector.core(network, Architecture.UNROLLED);
    assertThat(netlist(EVERY, network, core).top().outputs())
        .anySatisfy(
            port -> {
              assertThat(port.name()).isEqualTo(DetectorPorts.FEATURES);
              assertThat(port.width()).isEqualTo(EVERY.totalBits());
            });
  }

  private static Netlist netlist(FeatureSpec spec, IntegerNetwork network, HardwareDesign core) {
    return DetectorHardware.of("ids", spec, network, core.netlist(), core.signature(), ATTACKS);
  }

  private static DetectorCheckResult check(
      FeatureSpec spec, IntegerNetwork network, HardwareDesign core, long frames, boolean crowded) {
    int settle = DetectorHardware.latencyCycles(core.signature()) + 10;
    return new DetectorCheck(spec, network, ATTACKS)
        .run(
            new SimulatedDetector(netlist(spec, network, core)),
            new BusTraffic(5, settle, CLOCKS_PER_BIT, crowded)::next,
            frames,
            crowded);
  }
}
