package io.hdlgen.boards.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibertyReaderTest {
  private static final String HEAD =
      """
      library (ours) {
        /* a comment { */
        capacitive_load_unit (2, ff);
        leakage_power_unit : "1uW";
        time_unit : "1us";
        nom_voltage : 1.5; // a remark
      """;

  private static final String INVERTER =
      """
        cell (INV) {
          area : 7;
          cell_leakage_power : 9;
          leakage_power () { value : 2; when : "(A * !Y)"; related_pg_pin : VDD; }
          leakage_power () { value : 5; when : "A"; related_pg_pin : VSS; }
          leakage_power () { value : 3; when : "!A Y"; related_pg_pin : "VDD"; }
          pin (Y) {
            direction : output;
            function : "!A";
            timing () {
              related_pin : "A";
              cell_rise (template) {
                index_1 ("1, 10");
                index_2 ("100, 300");
                values ( \\
                  "30, 50", \\
                  "5, 10" \\
                );
              }
              cell_fall (scalar) { values ("4"); }
            }
            internal_power () {
              related_pg_pin : VDD;
              rise_power (p) { index_1 ("1, 2"); index_2 ("1, 2"); values ("8, 1", "1, 1"); }
              fall_power (p) { index_1 ("1, 2"); index_2 ("1, 2"); values ("4, 1", "1, 1"); }
            }
            internal_power () { related_pg_pin : VSS; rise_power (scalar) { values ("100"); } }
          }
          pin (A) { direction : input; capacitance : 50; }
        }
      """;

  private static final String NAND =
      """
        cell ("NAND") {
          area : 8; cell_leakage_power : 4;
          pin (Y) { direction : output; function : "(!A1) + (!A2)"; }
          pin (A1) { direction : input; capacitance : 1; }
          pin (A2) { direction : input; capacitance : 1; }
        }
      """;

  private static CellLibrary read(String cells) {
    return LibertyReader.read(HEAD + cells + "}\n", "own.lib");
  }

  @Test
  void readsUnitsAndTheSupplysShare() {
    CellLibrary library = read(INVERTER + NAND);
    assertThat(library.name()).isEqualTo("ours");
    assertThat(library.supplyVolts()).isEqualTo(1.5);
    Cell inverter = library.cell("INV").orElseThrow();
    assertThat(inverter.areaUm2()).isEqualTo(7);
    assertThat(inverter.staticNw()).containsExactly(3000.0, 2000.0);
    assertThat(inverter.inputs()).hasSize(1);
    assertThat(inverter.inputs().get(0).capacitancePf()).isCloseTo(0.1, within(1e-12));
    // 30 us at 100 and 50 us at 300 units of 2 fF: 20 us more for 0.4 pF more.
    assertThat(inverter.rise().nsPerPf()).isCloseTo(50_000, within(1e-6));
    assertThat(inverter.rise().intrinsicNs()).isCloseTo(20_000, within(1e-6));
    assertThat(inverter.fall()).isEqualTo(new Cell.Delay(4000, 0));
    assertThat(inverter.energyPj()).isCloseTo(6 * 0.002, within(1e-12));
  }

  @Test
  void takesTheAverageWhereNoStateIsTold() {
    Cell nand = read(INVERTER + NAND).cell("NAND").orElseThrow();
    assertThat(nand.staticNw()).containsOnly(4000.0).hasSize(4);
    assertThat(nand.function()).isEqualTo(LogicFunction.parse("!(A1*A2)", List.of("A1", "A2")));
  }

  @Test
  void keepsAwayFromWhatIsNotCombinational() {
    CellLibrary library =
        read(
            INVERTER
                + NAND
                + """
                cell (DFFX1) { area : 1; latch (IQ, IQN) { enable : "CP"; data_in : "D"; } }
                cell (DFFNRX1) { area : 1; ff (IQ, IQN) { clocked_on : "CP"; } }
                cell (TSBUF) {
                  area : 1;
                  pin(Y) { direction : output; function : "I"; three_state : "(!OE)"; }
                  pin(I) { direction : input; }
                  pin(OE) { direction : input; }
                }
                cell (AND) {
                  area : 1; dont_use : true;
                  pin(Y) { direction : output; function : "A*B"; }
                  pin(A) { direction : input; }
                  pin(B) { direction : input; }
                }
                cell (HA) {
                  area : 1;
                  pin(S) { direction : output; function : "A^B"; }
                  pin(C) { direction : output; function : "A*B"; }
                }
                """);
    assertThat(library.cells()).extracting(Cell::name).containsExactly("INV", "NAND");
    assertThat(library.refused())
        .containsEntry("DFFX1", "a latch")
        .containsEntry("DFFNRX1", "a flip-flop")
        .containsEntry("TSBUF", "a three-state cell")
        .containsEntry("AND", "a cell not to be used")
        .containsEntry("HA", "a cell with 2 outputs");
  }

  @Test
  void saysWhereItIsWrong() {
    wrong(INVERTER, "own.lib: found 1 combinational cells; expected an inverter and a NAND");
    wrong(NAND.replace("area : 8;", ""), "own.lib: cell NAND: area: found none");
    wrong(NAND.replace("area : 8", "area : big"), "own.lib: cell NAND: area: found big");
    wrong(NAND.replace("(!A2)", "(!A3)"), "own.lib: cell NAND: found \"(!A1) + (!A3)\" is no");
    wrong(NAND.replace("cell_leakage_power : 4;", ""), "no leakage_power in state 0");
    wrong(INVERTER.replace("!A Y", "!A Z") + NAND, "own.lib: cell INV: when: found !A Z");
    wrong("cell INV { }", "line 7: found 'I'; expected ':' or '(' behind cell");
    wrong("cell (\"INV) {", "expected a closing quote");
    assertThatThrownBy(() -> LibertyReader.read("", "own.lib"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("own.lib: line 1: found the end of the file; expected a name");
  }

  private static void wrong(String cells, String message) {
    assertThatThrownBy(() -> read(cells))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
