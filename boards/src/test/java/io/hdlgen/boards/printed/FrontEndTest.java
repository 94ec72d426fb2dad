package io.hdlgen.boards.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.printed.FrontEnd.Parts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrontEndTest {
  @Test
  void takesOnlyWhatIsRead() {
    assertThat(FrontEnd.binary(4, 0)).isEqualTo(Parts.NONE);
    assertThat(FrontEnd.binary(4, 0b1111)).isEqualTo(new Parts(15, 28));
    assertThat(FrontEnd.binary(4, 0b1000)).isEqualTo(new Parts(1, 0));
    assertThat(FrontEnd.binary(4, 0b1100)).isEqualTo(new Parts(3, 2));
    assertThat(FrontEnd.binary(4, 0b0001)).isEqualTo(new Parts(15, 7));
    assertThat(FrontEnd.binary(1, 1)).isEqualTo(new Parts(1, 0));
    assertThat(FrontEnd.binary(32, 1L << 31 | 1))
        .isEqualTo(new Parts((1L << 32) - 1, 2 * ((1L << 31) - 1)));
  }

  /** Levels and lines counted code by code, for every width up to 6 and every set of bits. */
  @Test
  void countsLevelsAndLines() {
    for (int bits = 1; bits <= 6; bits++) {
      for (int used = 0; used < 1 << bits; used++) {
        int levels = 0;
        int gates = 0;
        for (int code = 1; code < 1 << bits; code++) {
          levels += (code & used) != (code - 1 & used) ? 1 : 0;
        }
        for (int b = 0; b < bits; b++) {
          if ((used >> b & 1) != 0) {
            // Lines: one for each run of codes that cannot be told apart, in which the bit is 1.
            int lines = 0;
            for (int code = 0; code < 1 << bits; code++) {
              boolean begins = code == 0 || (code & used) != (code - 1 & used);
              lines += begins && (code >> b & 1) != 0 ? 1 : 0;
            }
            gates += lines - 1;
          }
        }
        assertThat(FrontEnd.binary(bits, used)).isEqualTo(new Parts(levels, gates));
      }
    }
  }

  @Test
  void aFullConverterIsThePublishedOneLessItsSixteenthComparator() {
    FrontEnd frontEnd =
        TargetCatalogue.builtIn().find("egfet_1v0").printed().get().frontEnd().get();
    Parts parts = FrontEnd.binary(4, 15).plus(new Parts(1, 0));
    assertThat(frontEnd.areaCm2(parts)).isCloseTo(0.171, within(0.0005));
    assertThat(frontEnd.powerMw(parts)).isCloseTo(1.30, within(0.005));
  }

  @Test
  void bitsThatNothingReadsNeedNoLevels() {
    GateNetlist netlist =
        new NetlistJson()
            .input("unread_i", 2, 3)
            .input("high_i", 4, 5)
            .input("through_i", 6)
            .output("y_o", 7, 6)
            .cell("inv", "INV", "A", 5, "Y", 7)
            .read();
    assertThat(FrontEndParts.of(netlist)).isEqualTo(new Parts(2, 0));
    assertThat(FrontEndParts.used(netlist, netlist.inputs().get(1))).isEqualTo(0b10);
  }

  @Test
  void aThermometerTakesAComparatorForEachLevelThatIsRead() {
    GateNetlist netlist =
        new NetlistJson()
            .input("unread_i", 2, 3)
            .input("levels_i", 4, 5, 6, 8)
            .input("code_i", 9, 10)
            .output("y_o", 7, 6, 9)
            .cell("inv", "INV", "A", 4, "Y", 7)
            .read();
    assertThat(FrontEndParts.of(netlist, Set.of("unread_i", "levels_i")))
        .isEqualTo(new Parts(2, 0).plus(FrontEnd.binary(2, 0b01)));
    assertThat(FrontEndParts.of(netlist)).isNotEqualTo(new Parts(5, 0));
  }
}
