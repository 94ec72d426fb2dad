package io.hdlgen.boards.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.boards.plan.ToolReportException;
import org.junit.jupiter.api.Test;

class GateNetlistReaderTest {
  @Test
  void putsGatesBehindTheirDrivers() {
    GateNetlist netlist =
        new NetlistJson()
            .input("x_i", 2, 3)
            .output("y_o", 5, 3, "1")
            .cell("last", "INV", "A", 4, "Y", 5)
            .cell("first", "NAND", "A1", 2, "A2", "1", "Y", 4)
            .cell("notes", "$scopeinfo")
            .read();
    assertThat(netlist.gates()).extracting(GateNetlist.Gate::name).containsExactly("first", "last");
    assertThat(netlist.cells()).containsEntry("INV", 1).containsEntry("NAND", 1).hasSize(2);
    assertThat(netlist.areaCm2()).isCloseTo(0.03, within(1e-12));
    assertThat(netlist.outputs().get(0).nets()).endsWith(GateNetlist.ONE);
  }

  @Test
  void refusesCellsThatTheLibraryLacks() {
    NetlistJson netlist = new NetlistJson().input("x_i", 2).output("y_o", 3);
    netlist.cell("u1", "MUX2", "A", 2, "Y", 3);
    refused(
        netlist,
        "n.json is not as expected: cell u1 of type MUX2 is none, and only combinational cells of"
            + " small can be printed");
  }

  @Test
  void refusesLatchesAndFlipFlops() {
    refused(
        new NetlistJson().input("x_i", 2).output("y_o", 3).cell("u1", "DLATCH", "D", 2, "Q", 3),
        "cell u1 of type DLATCH is a latch,");
    refused(
        new NetlistJson().input("x_i", 2).output("y_o", 3).cell("u1", "$_DFF_P_", "D", 2, "Q", 3),
        "cell u1 of type $_DFF_P_ is a latch or flip-flop,");
    refused(
        new NetlistJson()
            .input("x_i", 2)
            .output("y_o", 3)
            .cell("u1", "$_DLATCH_N_", "D", 2, "Q", 3),
        "is a latch or flip-flop,");
  }

  @Test
  void refusesNetsWithoutADriverOrWithTwo() {
    refused(
        new NetlistJson().input("x_i", 2).output("y_o", 9),
        "port y_o reads a net that nothing drives");
    refused(
        new NetlistJson().input("x_i", 2).output("y_o", 2).cell("u", "INV", "A", 7, "Y", 3),
        "cell u reads a net that nothing drives");
    refused(
        new NetlistJson().input("x_i", 2).output("y_o", 2).cell("u", "INV", "A", 2, "Y", 2),
        "cell u drives a net that has a driver");
    refused(
        new NetlistJson().input("x_i", 2).output("y_o", 3).cell("u", "INV", "A", "x", "Y", 3),
        "cell u pin A is connected to x");
    refused(
        new NetlistJson().input("x_i", 2).output("y_o", 3).cell("u", "INV", "Y", 3),
        "cell u pin A is connected to nothing");
  }

  @Test
  void refusesLoops() {
    refused(
        new NetlistJson()
            .input("x_i", 2)
            .output("y_o", 3)
            .cell("u", "NAND", "A1", 2, "A2", 4, "Y", 3)
            .cell("v", "INV", "A", 3, "Y", 4),
        "n.json is not as expected: gates form a loop");
  }

  @Test
  void namesReportsOfAnotherForm() {
    assertThatThrownBy(() -> GateNetlistReader.read("{}", "top", SmallLibrary.LIBRARY, "n.json"))
        .isInstanceOf(ToolReportException.class)
        .hasMessage("n.json is not as expected: it has no module top");
    assertThatThrownBy(
            () -> GateNetlistReader.read("{\"modules\"", "top", SmallLibrary.LIBRARY, "n.json"))
        .isInstanceOf(ToolReportException.class)
        .hasMessageStartingWith("n.json is not as expected: ");
  }

  private static void refused(NetlistJson netlist, String message) {
    assertThatThrownBy(netlist::read)
        .isInstanceOf(ToolReportException.class)
        .hasMessageContaining(message);
  }
}
