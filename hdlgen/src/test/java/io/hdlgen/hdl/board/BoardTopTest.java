package io.hdlgen.hdl.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.board.BoardOptions.Reset;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTopTest {
  private static final String IDENTITY = "0123456789abcdef";

  private static BoardOptions options(Reset reset, int leds) {
    return new BoardOptions(12_000_000, 1_000_000, reset, leds, false, IDENTITY);
  }

  private static String pins(Reset reset, int leds) {
    Signature core = Designs.TERNARY.compile().signature();
    List<VerilogFile> files = BoardTop.of(options(reset, leds), core).files(List.of("Header"));
    assertThat(files).isEqualTo(BoardTop.of(options(reset, leds), core).files(List.of("Header")));
    assertThat(files).noneMatch(file -> file.name().equals(core.top() + ".v"));
    VerilogFile top = files.get(files.size() - 1);
    assertThat(top.name()).isEqualTo("hdlgen_board.v");
    return top.text();
  }

  @Test
  void pinsAreThoseOfTheBoard() {
    assertThat(pins(Reset.NONE, 0))
        .startsWith("// Header\n")
        .contains("input  wire clk_i,", "input  wire uart_rx_i,", "output wire uart_tx_o\n")
        .doesNotContain("rst_i,", "rst_ni", "led_o");
    assertThat(pins(Reset.ACTIVE_LOW, 3))
        .contains("input  wire rst_ni,", "output wire [2:0] led_o\n");
    assertThat(pins(Reset.ACTIVE_HIGH, 1)).contains("input  wire rst_i,", "output wire led_o\n");
  }

  @ParameterizedTest
  @CsvSource({"12000000, 115200, 104", "12000000, 1000000, 12", "27000000, 921600, 29"})
  void aBitTakesTheClockOverTheRate(long clock, int baud, int cycles) {
    assertThat(new BoardOptions(clock, baud, Reset.NONE, 0, false, IDENTITY).cyclesPerBit())
        .isEqualTo(cycles);
  }

  /** Too few cycles, too many, and 12.37 of them, which is 3 % off. */
  @ParameterizedTest
  @CsvSource({"12000000, 2000000", "1000000000, 300", "12000000, 970000"})
  void ratesThatTheClockCannotGiveAreRefused(long clock, int baud) {
    assertThatThrownBy(() -> new BoardOptions(clock, baud, Reset.NONE, 0, false, IDENTITY))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("baud: found %d at a clock of %d Hz".formatted(baud, clock));
  }

  @Test
  void coresWithoutStreamsOrWithOurNamesAreRefused() {
    Signature core = Designs.TERNARY.compile().signature();
    refused(core.withBus(Bus.AXI4_LITE), "a design with registers for a processor");
    Signature ours =
        HardwareCompiler.compile(
                Designs.TERNARY.network(),
                Designs.options(
                    "hdlgen_bridge", Architecture.UNROLLED, Outputs.CLASS, 100, OptionalInt.of(1)))
            .signature();
    refused(ours, "a design whose name begins with hdlgen_");
    refused(core.withBeats(4094, 1), "4094 beats of 2 bytes an inference");
  }

  private static void refused(Signature core, String message) {
    assertThatThrownBy(() -> BoardTop.of(options(Reset.NONE, 0), core))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
