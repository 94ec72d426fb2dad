package io.hdlgen.boards.fpga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.boards.plan.ToolReportException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTypesTest {
  @Test
  void addsUpTheCellsOfIce40() {
    Map<String, Long> counts =
        Map.of("SB_LUT4", 7L, "SB_CARRY", 4L, "SB_DFFESR", 2L, "SB_DFF", 3L, "SB_RAM40_4K", 1L);
    check(CellTypes.ICE40.use(counts, "r"), 7, 5, 1, 0);
    assertThat(CellTypes.ICE40.carries(counts)).isEqualTo(4);
  }

  @Test
  void carriesAndSmallMemoriesOfEcp5TakeLookUpTables() {
    Map<String, Long> counts =
        Map.of("LUT4", 10L, "CCU2C", 3L, "TRELLIS_DPR16X4", 2L, "PFUMX", 5L, "MULT18X18D", 1L);
    check(CellTypes.ECP5.use(counts, "r"), 10 + 6 + 12, 0, 0, 1);
    assertThat(CellTypes.ECP5.carries(counts)).isEqualTo(3);
  }

  @Test
  void aSmallBlockOfXilinxIsHalfOne() {
    check(CellTypes.XILINX.use(Map.of("RAMB18E1", 3L, "RAMB36E1", 1L), "r"), 0, 0, 3, 0);
    check(
        CellTypes.XILINX.use(
            Map.of("LUT6", 2L, "MUXF7", 9L, "CARRY4", 4L, "FDRE", 5L, "RAM32M", 1L, "DSP48E1", 6L),
            "r"),
        6,
        5,
        0,
        6);
  }

  @Test
  void countsGowin() {
    check(
        CellTypes.GOWIN.use(
            Map.of("LUT4", 2L, "ALU", 3L, "DFFRE", 4L, "SDPX9B", 1L, "MUX2_LUT5", 8L), "r"),
        5,
        4,
        1,
        0);
  }

  @Test
  void whatIsNoCellOfTheFamilyIsAnError() {
    for (CellTypes cells : CellTypes.values()) {
      assertThatThrownBy(() -> cells.use(Map.of("$_DLATCH_P_", 2L), "netlist.json"))
          .isInstanceOf(ToolReportException.class)
          .hasMessage(
              "netlist.json is not as expected: 2 cells of type $_DLATCH_P_, which is none of "
                  + cells);
    }
  }

  private static void check(Capacity use, long luts, long flipFlops, long rams, long dsps) {
    assertThat(use.counts())
        .isEqualTo(
            Map.of(
                Resource.LUT,
                luts,
                Resource.FLIP_FLOP,
                flipFlops,
                Resource.BLOCK_RAM,
                rams,
                Resource.DSP,
                dsps));
  }
}
