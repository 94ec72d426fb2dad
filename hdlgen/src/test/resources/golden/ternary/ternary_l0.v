// Design ternary

`default_nettype none

module ternary_l0 (
    input  wire clk_i,
    input  wire en_i,
    input  wire [3:0] speed_i,
    input  wire [3:0] rpm_i,
    input  wire [1:0] gear_i,
    output wire [1:0] l0_n0_o,
    output wire [1:0] l0_n1_o,
    output wire l0_n2_o
);

  // Layer 0. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,
  // 0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds
  // are moved to make up for it, or the next module adds it.

  // Stage 0
  wire [5:0] l0_shared = {2'd0, speed_i} + {{4{gear_i[1]}}, gear_i};

  // Layer 0 neuron 0: speed + rpm, range [0, 30], 5 bits unsigned. Value: 0, plus 1 for each of
  // these that it reaches: 4, 9, 14.
  wire [4:0] l0_n0_sum = {1'd0, speed_i} + {1'd0, rpm_i};
  wire l0_n0_ge = l0_n0_sum >= 5'd4;
  wire l0_n0_ge_1 = l0_n0_sum >= 5'd9;
  wire l0_n0_ge_2 = l0_n0_sum >= 5'd14;

  // Layer 0 neuron 1: speed - rpm + gear + 2, range [-15, 18], 6 bits signed. Value: 0, plus 1 for
  // each of these that it reaches: -5, 0, 5.
  wire [5:0] l0_n1_sum = l0_shared - {2'd0, rpm_i};

  // Layer 0 neuron 2: -speed - gear - 1, range [-17, 1], 6 bits signed. Value: 0, plus 1 for each
  // of these that it reaches: -1, 2, 100.
  wire [5:0] l0_n2_sum = 6'd0 - l0_shared;

  // Registers into stage 1
  reg l0_n0_ge_1_q;
  reg l0_n0_ge_2_q;
  reg l0_n0_ge_q;
  reg [5:0] l0_n1_sum_q;
  reg [5:0] l0_n2_sum_q;

  always @(posedge clk_i)
    if (en_i) begin
      l0_n0_ge_1_q <= l0_n0_ge_1;
      l0_n0_ge_2_q <= l0_n0_ge_2;
      l0_n0_ge_q <= l0_n0_ge;
      l0_n1_sum_q <= l0_n1_sum;
      l0_n2_sum_q <= l0_n2_sum;
    end

  // Stage 1
  wire l0_n0_level = l0_n0_ge_1_q ? l0_n0_ge_2_q : l0_n0_ge_q;
  wire [1:0] l0_n0_act = {l0_n0_ge_1_q, l0_n0_level};
  wire l0_n1_ge = $signed(l0_n1_sum_q) >= -6'sd7;
  wire l0_n1_ge_1 = $signed(l0_n1_sum_q) >= -6'sd2;
  wire l0_n1_ge_2 = $signed(l0_n1_sum_q) >= 6'sd3;
  wire l0_n1_level = l0_n1_ge_1 ? l0_n1_ge_2 : l0_n1_ge;
  wire [1:0] l0_n1_act = {l0_n1_ge_1, l0_n1_level};
  wire l0_n2_ge = $signed(l0_n2_sum_q[4:0]) >= 5'sd0;
  assign l0_n0_o = l0_n0_act;
  assign l0_n1_o = l0_n1_act;
  assign l0_n2_o = l0_n2_ge;

  // Bits that nothing reads
  wire unused_ok = &{1'b0, l0_n2_sum_q[5]};

endmodule

`default_nettype wire
