package io.hdlgen.flow.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.flow.equivalence.CellNetlist.Cell;
import io.hdlgen.flow.equivalence.CellNetlist.Port;
import io.hdlgen.flow.equivalence.FlatNetlist.Lut;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatNetlistTest {
  private static final int X = 2;
  private static final int Y = 3;

  private static FlatNetlist flat(Cell... cells) {
    return new FlatNetlist(
        new CellNetlist(
            Map.of("x_i", new Port(true, new int[] {X}), "y_o", new Port(false, new int[] {Y})),
            List.of(cells),
            Map.of()),
        Map.of());
  }

  private static Cell inverter(String name, int output) {
    return new Cell(name, "$_NOT_", Map.of(), Map.of("A", new int[] {X}, "Y", new int[] {output}));
  }

  @ParameterizedTest
  @ValueSource(ints = {X, Y, CellNetlist.ZERO, CellNetlist.ONE})
  void aSecondDriverIsRefused(int net) {
    assertThatThrownBy(() -> flat(inverter("one", Y), inverter("two", net)))
        .isInstanceOf(UnsupportedNetlistException.class)
        .hasMessageContaining("two drivers")
        .hasMessageContaining(": two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$_DFF_N_", "$_DLATCH_P_", "mystery"})
  void anUnknownCellIsRefused(String type) {
    Cell cell = new Cell("c", type, Map.of(), Map.of("D", new int[] {X}, "Q", new int[] {Y}));
    assertThatThrownBy(() -> flat(cell))
        .isInstanceOf(UnsupportedNetlistException.class)
        .hasMessageContaining(type);
  }

  @Test
  void anInputOfALookupTableThatIsNotConnectedIsUndefined() {
    Cell cell =
        new Cell(
            "lut",
            "SB_LUT4",
            Map.of("LUT_INIT", "1100110011001010"),
            Map.of(
                "I0", new int[] {X},
                "I2", new int[] {X},
                "I3", new int[0],
                "O", new int[] {Y}));
    FlatNetlist netlist = flat(cell);
    Lut lut = (Lut) netlist.driver(Y);
    assertThat(lut.mask()).isEqualTo("1100110011001010");
    assertThat(lut.inputs()).hasSize(4);
    assertThat(lut.inputs()[0]).isEqualTo(X);
    assertThat(lut.inputs()[2]).isEqualTo(X);
    for (int place : new int[] {1, 3}) {
      assertThat(lut.inputs()[place]).isGreaterThan(Y);
      assertThat(netlist.driver(lut.inputs()[place])).isNull();
    }
    assertThat(lut.inputs()[1]).isNotEqualTo(lut.inputs()[3]);
  }
}
