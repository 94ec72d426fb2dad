package io.hdlgen.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.boards.fpga.Family;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetFolderTest {
  private static final String DELAYS = "registerNs=1\nlogicNs=1\ncarryBaseNs=1\ncarryPerBitNs=0\n";

  @Test
  void aFolderWithoutAFamilyIsPortable() {
    Target target = read("description=x\n" + DELAYS);
    assertThat(target.technology()).isEqualTo(new Technology.Portable());
    assertThat(target.clockMhz()).isEqualTo(100);
  }

  @Test
  void complainsOfWhatIsMissingWrongOrUnknown() {
    refuses(DELAYS, "moon/target.properties: no description");
    refuses("description=x\nregisterNs=1\n", "moon/target.properties: no logicNs");
    refuses(
        "description=x\n" + DELAYS.replace("Ns=0", "Ns=none"),
        "moon/target.properties: carryPerBitNs is no number");
    refuses("description=x\nlutes=3\n" + DELAYS, "moon/target.properties: unknown key lutes");
    refuses(
        "description=x\nfamily=ice\nluts=1\nflipFlops=1\nblockRams=1\ndsps=1\n" + DELAYS,
        "moon/target.properties: family is none of ice40, ecp5, gowin, xilinx7, xilinxup");
    refuses(
        "description=x\nfamily=ice40\nluts=many\n" + DELAYS,
        "moon/target.properties: luts is no integer");
  }

  @Test
  void readsABoard() {
    Target target = TargetCatalogue.builtIn().find("icebreaker");
    assertThat(target.clockMhz()).isEqualTo(12);
    assertThat(target.fpga().orElseThrow().family()).isEqualTo(Family.ICE40);
  }

  private static void refuses(String properties, String message) {
    assertThatThrownBy(() -> read(properties))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }

  private static Target read(String properties) {
    Map<String, String> files = Map.of("target.properties", properties);
    return TargetReader.read(new TargetFolder("moon", files::get));
  }
}
