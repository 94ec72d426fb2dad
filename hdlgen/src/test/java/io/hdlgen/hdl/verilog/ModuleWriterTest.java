package io.hdlgen.hdl.verilog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleWriterTest {
  private static CodeBlock code(String text) {
    return CodeBlock.of("$L", text);
  }

  @Test
  void everyItemIsPrinted() {
    ModuleSpec module =
        ModuleSpec.builder("counter")
            .header(List.of("Made by hand", ""))
            .port(PortSpec.input("clk_i", 1))
            .port(PortSpec.input("rst_i", 1))
            .port(PortSpec.input("step_i", 2))
            .port(PortSpec.output("count_o", 4))
            .comment("Next value")
            .item(new Item.Reg("count_q", 4))
            .item(new Item.Wire("next", 4, code("count_q + {2'd0, step_i}")))
            .item(new Item.Wire("level", 2, null))
            .item(
                new Item.InstanceSpec(
                    "child",
                    "u_child",
                    List.of(
                        new Item.Connection("a_i", code("next[1:0]")),
                        new Item.Connection("y_o", code("level")))))
            .item(
                new Item.Lookup("factor", 3, code("level"), 2, List.of(code("3'd1"), code("3'd4"))))
            .item(
                new Item.Rom(
                    "clk_i",
                    "word_q",
                    "word_rom",
                    3,
                    code("level"),
                    List.of(code("3'h1"), code("3'h7"))))
            .item(
                new Item.Memory(
                    "clk_i",
                    "queue_q",
                    "queue_mem",
                    1,
                    5,
                    List.of(),
                    new Item.WritePort(code("we"), code("wa"), code("wd")),
                    code("ra")))
            .item(new Item.Assign("count_o", code("count_q")))
            .item(
                new Item.Clocked(
                    "clk_i",
                    "rst_i",
                    "step_i",
                    List.of(new Item.Update("count_q", code("next"), code("4'd0")))))
            .item(
                new Item.Clocked(
                    "clk_i", "rst_i", null, List.of(new Item.Update("a", code("b"), code("c")))))
            .item(
                new Item.Clocked(
                    "clk_i", null, "en_i", List.of(new Item.Update("a", code("b"), null))))
            .item(
                new Item.Clocked(
                    "clk_i", null, null, List.of(new Item.Update("a", code("b"), null))))
            .build();
    assertThat(module.print())
        .isEqualTo(
            """
            // Made by hand
            //

            `default_nettype none

            module counter (
                input  wire clk_i,
                input  wire rst_i,
                input  wire [1:0] step_i,
                output wire [3:0] count_o
            );

              // Next value
              reg [3:0] count_q;
              wire [3:0] next = count_q + {2'd0, step_i};
              wire [1:0] level;
              child u_child (
                .a_i(next[1:0]),
                .y_o(level)
              );
              reg [2:0] factor;
              always @*
                case (level)
                  2'd0: factor = 3'd1;
                  default: factor = 3'd4;
                endcase
              reg [2:0] word_rom [0:1];
              initial begin
                word_rom[0] = 3'h1;
                word_rom[1] = 3'h7;
              end
              reg [2:0] word_q;
              always @(posedge clk_i)
                word_q <= word_rom[level];
              reg queue_mem [0:4];
              reg queue_q;
              always @(posedge clk_i) begin
                if (we)
                  queue_mem[wa] <= wd;
                queue_q <= queue_mem[ra];
              end
              assign count_o = count_q;
              always @(posedge clk_i)
                if (rst_i) begin
                  count_q <= 4'd0;
                end else if (step_i) begin
                  count_q <= next;
                end
              always @(posedge clk_i)
                if (rst_i) begin
                  a <= c;
                end else begin
                  a <= b;
                end
              always @(posedge clk_i)
                if (en_i) begin
                  a <= b;
                end
              always @(posedge clk_i)
                begin
                  a <= b;
                end

            endmodule

            `default_nettype wire
            """);
  }

  @Test
  void commentsCannotBreakOut() {
    assertThatThrownBy(() -> ModuleSpec.builder("m").comment("a\nwire b;"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ModuleSpec.builder("m").header(List.of("a\nwire b;")).build())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
