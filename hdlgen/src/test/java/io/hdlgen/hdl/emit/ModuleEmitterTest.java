package io.hdlgen.hdl.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.text.NetlistParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How each kind of node is written, which nodes have names, and which bits nothing reads. */
class ModuleEmitterTest {
  private static Netlist parse(String nodes) {
    return NetlistParser.parse("hdlgen-netlist 1\nmodule m\n" + nodes, "text");
  }

  private static String emit(String nodes) {
    NeuronComments comments =
        (layer, neuron) -> List.of("Layer " + layer + " neuron " + neuron + ".");
    String text = new VerilogEmitter(List.of(), comments).emit(parse(nodes)).get(0).text();
    return text.substring(text.indexOf(");\n") + 3, text.indexOf("\nendmodule"));
  }

  @Test
  void everyKindOfNodeIsWritten() {
    assertThat(
            emit(
                """
                  %0 = input "a_i" : [0, 7] @ - - a
                  %1 = input "b_i" : [-4, 3] @ - - b
                  %2 = input "s_i" : [0, 1] @ - - s
                  %3 = extend 5 %0 : [0, 7] @ - - a
                  %4 = extend 5 %1 : [-4, 3] @ - - b
                  %5 = add %3 %4 : [-4, 10] @ l0 n0 sum
                  %6 = shift_left 2 %0 : [0, 28] @ l0 n0 sum
                  %7 = extend 6 %6 : [0, 28] @ l0 n0 sum
                  %8 = constant -5 @ l0 n0 limit
                  %9 = extend 6 %8 : [-5, -5] @ l0 n0 limit
                  %10 = subtract %7 %9 : [5, 33] @ l0 n0 sum
                  %11 = slice 1 %10 : [0, 3] @ l0 n0 part
                  %12 = not %2 : [0, 1] @ - - off
                  %13 = and %2 %12 : [0, 1] @ - - both
                  %14 = or %13 %12 : [0, 1] @ - - any
                  %15 = xor %14 %2 : [0, 1] @ - - differ
                  %16 = concat %11 %15 : [0, 7] @ - - joined
                  %17 = mux %15 %0 %16 : [0, 7] @ - - choice
                  %18 = less %5 %4 @ - - below
                  %19 = greater_equal %17 %0 @ - - above
                  %20 = output "y_o" %18 : [0, 1] @ - - y
                  %21 = output "z_o" %19 : [0, 1] @ - - z
                """))
        .isEqualTo(
            """
              wire [4:0] l0_n0_sum = {2'd0, a_i} + {{2{b_i[2]}}, b_i};
              wire [5:0] l0_n0_sum_1 = {1'd0, a_i, 2'd0} - -6'sd5;
              wire both = s_i & ~s_i;
              wire any = both | ~s_i;
              wire differ = any ^ s_i;
              wire [2:0] joined = {differ, l0_n0_sum_1[2:1]};
              wire [2:0] choice = differ ? a_i : joined;
              wire below = $signed(l0_n0_sum) < $signed({{2{b_i[2]}}, b_i});
              wire above = choice >= a_i;
              assign y_o = below;
              assign z_o = above;

              // Bits that nothing reads
              wire unused_ok = &{1'b0, l0_n0_sum_1[0], l0_n0_sum_1[5:3]};
            """);
  }

  @Test
  void tablesRegistersAndFeedback() {
    assertThat(
            emit(
                """
                  %0 = input "en_i" : [0, 1] @ - - enable
                  %1 = register 2 %3 %0 : [0, 3] @ - - count
                  %2 = not %1 : [0, 3] @ - - turned
                  %3 = and %2 %1 : [0, 3] @ - - next
                  %4 = table 7 -1 3 0 %1 : [-1, 7] @ l0 n0 level
                  %5 = register %4 : [-1, 7] @ l0 n0 level
                  %6 = output "y_o" %5 : [-1, 7] @ l0 n0 out
                """))
        .isEqualTo(
            """
              reg [1:0] count_q;
              wire [1:0] next = ~count_q & count_q;

              // Layer 0 neuron 0.
              reg [3:0] l0_n0_level;
              always @*
                case (count_q)
                  2'd0: l0_n0_level = 4'd7;
                  2'd1: l0_n0_level = -4'sd1;
                  2'd2: l0_n0_level = 4'd3;
                  default: l0_n0_level = 4'd0;
                endcase
              reg [3:0] l0_n0_level_q;
              assign y_o = l0_n0_level_q;

              always @(posedge clk_i)
                if (rst_i) begin
                  count_q <= 2'd2;
                end else if (en_i) begin
                  count_q <= next;
                end

              always @(posedge clk_i)
                begin
                  l0_n0_level_q <= l0_n0_level;
                end
            """);
  }

  /** Three words behind two bits of address are four; names of arrays give way to nodes. */
  @Test
  void memoriesAndProducts() {
    assertThat(
            emit(
                """
                  %0 = input "a_i" : [0, 3] @ - - a
                  %1 = input "b_i" : [-4, 3] @ - - b
                  %2 = register 0 %10 : [0, 1] @ - - write
                  %3 = not %2 : [0, 1] @ - - free
                  %4 = rom 5 -16 -1 %0 : [-16, 15] @ l0 - weights
                  %5 = extend 7 %4 : [-16, 15] @ l0 - weights
                  %6 = extend 7 %1 : [-4, 3] @ - - b
                  %7 = multiply %5 %6 : [-60, 63] @ l0 - product
                  %8 = memory 3 63 -60 0 %3 %0 %7 %0 : [-60, 63] @ l0 - queue
                  %9 = xor %0 %0 : [0, 3] @ l0 - weights_rom
                  %10 = slice 1 %9 : [0, 1] @ - - next
                  %11 = constant 3 @ - - three
                  %12 = extend 4 %11 : [3, 3] @ - - three
                  %13 = extend 4 %0 : [0, 3] @ - - a
                  %14 = multiply %12 %13 : [0, 9] @ l0 - thrice
                  %15 = extend 5 %1 : [-4, 3] @ - - b
                  %16 = extend 5 %11 : [3, 3] @ - - three
                  %17 = multiply %16 %15 : [-12, 9] @ l0 - mixed
                  %18 = output "y_o" %8 : [-60, 63] @ - - y
                """))
        .isEqualTo(
            """
              reg write_q;
              wire free = ~write_q;
              reg [4:0] l0_weights_1_rom [0:3];
              initial begin
                l0_weights_1_rom[0] = 5'h5;
                l0_weights_1_rom[1] = 5'h10;
                l0_weights_1_rom[2] = 5'h1f;
                l0_weights_1_rom[3] = 5'h1f;
              end
              reg [4:0] l0_weights_q;
              always @(posedge clk_i)
                l0_weights_q <= l0_weights_1_rom[a_i];
              wire [6:0] l0_product = $signed({{2{l0_weights_q[4]}}, l0_weights_q}) * $signed({{4{b_i[2]}}, b_i});
              reg [6:0] l0_queue_mem [0:2];
              initial begin
                l0_queue_mem[0] = 7'h3f;
                l0_queue_mem[1] = 7'h44;
                l0_queue_mem[2] = 7'h0;
              end
              reg [6:0] l0_queue_q;
              always @(posedge clk_i) begin
                if (free)
                  l0_queue_mem[a_i] <= l0_product;
                l0_queue_q <= l0_queue_mem[a_i];
              end
              wire [1:0] l0_weights_rom = a_i ^ a_i;
              wire [3:0] l0_thrice = 4'd3 * {2'd0, a_i};
              wire [4:0] l0_mixed = 5'sd3 * $signed({{2{b_i[2]}}, b_i});
              assign y_o = l0_queue_q;

              always @(posedge clk_i)
                if (rst_i) begin
                  write_q <= 1'd0;
                end else begin
                  write_q <= l0_weights_rom[1];
                end

              // Bits that nothing reads
              wire unused_ok = &{1'b0, l0_weights_rom[0], l0_thrice, l0_mixed};
            """);
  }

  /** A register is named after the wire that it delays; the input of a layer is another's. */
  @Test
  void pipelinesAreWrittenStageByStage() {
    assertThat(
            emit(
                """
                  %0 = input "en_i" : [0, 1] @ - - enable
                  %1 = input "l0_n4_i" : [0, 3] @ l0 n4 act
                  %2 = register %1 %0 : [0, 3] @ l0 n4 act
                  %3 = not %1 : [0, 3] @ l1 n0 sum
                  %4 = and %3 %1 : [0, 3] @ l1 n0 ge
                  %5 = or %3 %1 : [0, 3] @ l1 n0 ge
                  %6 = register %5 %0 : [0, 3] @ l1 n0 ge
                  %7 = register %4 %0 : [0, 3] @ l1 n0 ge
                  %8 = xor %6 %7 : [0, 3] @ l1 n0 act
                  %9 = and %8 %2 : [0, 3] @ l1 n0 act
                  %10 = output "l1_n0_o" %9 : [0, 3] @ l1 n0 out
                """))
        .isEqualTo(
            """

              // Stage 0

              // Layer 1 neuron 0.
              wire [1:0] l1_n0_ge = ~l0_n4_i & l0_n4_i;
              wire [1:0] l1_n0_ge_1 = ~l0_n4_i | l0_n4_i;

              // Registers into stage 1
              reg [1:0] l0_n4_act_q;
              reg [1:0] l1_n0_ge_1_q;
              reg [1:0] l1_n0_ge_q;

              always @(posedge clk_i)
                if (en_i) begin
                  l0_n4_act_q <= l0_n4_i;
                  l1_n0_ge_1_q <= l1_n0_ge_1;
                  l1_n0_ge_q <= l1_n0_ge;
                end

              // Stage 1
              wire [1:0] l1_n0_act = l1_n0_ge_1_q ^ l1_n0_ge_q;
              wire [1:0] l1_n0_act_1 = l1_n0_act & l0_n4_act_q;
              assign l1_n0_o = l1_n0_act_1;
            """);
  }

  @Test
  void unreadBitsAreFoundInInputsAndWires() {
    HdlModule module =
        parse(
                """
                  %0 = input "a_i" : [0, 255] @ - - a
                  %1 = input "b_i" : [0, 1] @ - - b
                  %2 = slice 2 %0 : [0, 3] @ - - low
                  %3 = slice 6 %0 : [0, 1] @ - - high
                  %4 = output "y_o" %2 : [0, 3] @ - - y
                  %5 = output "z_o" %3 : [0, 1] @ - - z
                """)
            .top();
    assertThat(UsedBits.unread(module, VerilogNames.of(module)))
        .containsExactly("a_i[1:0]", "a_i[5:4]", "a_i[7]", "b_i");
  }

  @Test
  void portsKeepTheirNamesOrAreRefused() {
    assertThat(
            VerilogNames.of(
                parse(
                        """
                          %0 = input "a__i" : [0, 1] @ - - a
                          %1 = input "b_i" : [0, 1] @ - - b
                          %2 = and %0 %1 : [0, 1] @ - - b_i
                          %3 = output "y_o" %2 : [0, 1] @ - - y
                        """)
                    .top()))
        .containsExactly("a__i", "b_i", "b_i_1", "y_o");
    HdlModule keyword = parse("  %0 = input \"wire\" : [0, 1] @ - - a\n").top();
    assertThatThrownBy(() -> VerilogNames.of(keyword)).isInstanceOf(IllegalArgumentException.class);
  }
}
