// Design shift_relu

`default_nettype none

module shift_relu_l0 (
    input  wire clk_i,
    input  wire en_i,
    input  wire [4:0] left_i,
    input  wire [4:0] right_i,
    output wire [2:0] l0_n0_o,
    output wire [2:0] l0_n1_o
);

  // Layer 0. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,
  // 0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds
  // are moved to make up for it, or the next module adds it.

  // Stage 0

  // Layer 0 neuron 0: 2*left - right + 3, range [-42, 49], 7 bits signed. Value: 0 below 0, else
  // min(sum >> 2, 7).
  wire [6:0] l0_n0_sum = {left_i[4], left_i, 1'd0} - {{2{right_i[4]}}, right_i};
  wire [6:0] l0_n0_acc = l0_n0_sum + 7'd3;
  wire l0_n0_beyond = 4'd7 < l0_n0_acc[5:2];
  wire l0_n0_negative = $signed(l0_n0_acc) < 7'sd0;

  // Layer 0 neuron 1: -3*left + 4*right - 4, range [-113, 101], 8 bits signed. Value: 0 below 0,
  // else min(sum >> 2, 7).
  wire [6:0] l0_n1_sum = {{2{left_i[4]}}, left_i} - {left_i, 2'd0};
  wire [7:0] l0_n1_sum_1 = {right_i[4], right_i, 2'd0} + {l0_n1_sum[6], l0_n1_sum};

  // Registers into stage 1
  reg l0_n0_beyond_q;
  reg [6:0] l0_n0_acc_q;
  reg l0_n0_negative_q;
  reg [7:0] l0_n1_sum_1_q;

  always @(posedge clk_i)
    if (en_i) begin
      l0_n0_beyond_q <= l0_n0_beyond;
      l0_n0_acc_q <= l0_n0_acc;
      l0_n0_negative_q <= l0_n0_negative;
      l0_n1_sum_1_q <= l0_n1_sum_1;
    end

  // Stage 1
  wire [3:0] l0_n0_shifted = l0_n0_acc_q[5:2];
  wire [2:0] l0_n0_saturated = l0_n0_beyond_q ? 3'd7 : l0_n0_shifted[2:0];
  wire [2:0] l0_n0_act = l0_n0_negative_q ? 3'd0 : l0_n0_saturated;
  wire [7:0] l0_n1_acc = l0_n1_sum_1_q - 8'd4;
  wire [4:0] l0_n1_shifted = l0_n1_acc[6:2];
  wire l0_n1_beyond = 5'd7 < l0_n1_shifted;
  wire [2:0] l0_n1_saturated = l0_n1_beyond ? 3'd7 : l0_n1_shifted[2:0];
  wire l0_n1_negative = $signed(l0_n1_acc) < 8'sd0;

  // Registers into stage 2
  reg l0_n1_negative_q;
  reg [2:0] l0_n1_saturated_q;
  reg [2:0] l0_n0_act_q;

  always @(posedge clk_i)
    if (en_i) begin
      l0_n1_negative_q <= l0_n1_negative;
      l0_n1_saturated_q <= l0_n1_saturated;
      l0_n0_act_q <= l0_n0_act;
    end

  // Stage 2
  wire [2:0] l0_n1_act = l0_n1_negative_q ? 3'd0 : l0_n1_saturated_q;
  assign l0_n0_o = l0_n0_act_q;
  assign l0_n1_o = l0_n1_act;

  // Bits that nothing reads
  wire unused_ok = &{1'b0, l0_n0_acc_q[1:0], l0_n0_acc_q[6], l0_n0_shifted[3]};

endmodule

`default_nettype wire
