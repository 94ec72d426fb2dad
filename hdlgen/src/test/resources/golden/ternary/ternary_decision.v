// Design ternary

`default_nettype none

module ternary_decision (
    input  wire clk_i,
    input  wire en_i,
    input  wire [2:0] l1_n0_i,
    input  wire [2:0] l1_n1_i,
    input  wire [2:0] l1_n2_i,
    output wire [1:0] class_o,
    output wire [2:0] score_0_o,
    output wire [2:0] score_1_o,
    output wire [3:0] score_2_o
);

  // Stage 0

  // Registers into stage 1
  reg [2:0] l1_n2_value_q;
  reg [2:0] l1_n0_value_q;
  reg [2:0] l1_n1_value_q;

  always @(posedge clk_i)
    if (en_i) begin
      l1_n2_value_q <= l1_n2_i;
      l1_n0_value_q <= l1_n0_i;
      l1_n1_value_q <= l1_n1_i;
    end

  // Stage 1
  wire [3:0] score_2 = {1'd0, l1_n2_value_q} - 4'd2;
  wire best_0_2_right = $signed({l1_n0_value_q[2], l1_n0_value_q}) < $signed({1'd0, l1_n1_value_q});
  wire [3:0] best_0_2 = best_0_2_right ? {1'd0, l1_n1_value_q} : {l1_n0_value_q[2], l1_n0_value_q};

  // Registers into stage 2
  reg [3:0] best_0_2_q;
  reg [3:0] score_2_q;
  reg best_0_2_right_q;
  reg [2:0] l1_n0_value_1_q;
  reg [2:0] l1_n1_value_1_q;

  always @(posedge clk_i)
    if (en_i) begin
      best_0_2_q <= best_0_2;
      score_2_q <= score_2;
      best_0_2_right_q <= best_0_2_right;
      l1_n0_value_1_q <= l1_n0_value_q;
      l1_n1_value_1_q <= l1_n1_value_q;
    end

  // Stage 2
  wire best_0_3_right = $signed(best_0_2_q) < $signed(score_2_q);
  wire best_0_3_index = best_0_3_right ? 1'd0 : best_0_2_right_q;
  wire [1:0] best_0_3_index_1 = {best_0_3_right, best_0_3_index};
  assign class_o = best_0_3_index_1;
  assign score_0_o = l1_n0_value_1_q;
  assign score_1_o = l1_n1_value_1_q;
  assign score_2_o = score_2_q;

endmodule

`default_nettype wire
