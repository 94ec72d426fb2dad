// Design ternary

`default_nettype none

module ternary_l1 (
    input  wire clk_i,
    input  wire en_i,
    input  wire [1:0] l0_n0_i,
    input  wire [1:0] l0_n1_i,
    input  wire l0_n2_i,
    output wire [2:0] l1_n0_o,
    output wire [2:0] l1_n1_o,
    output wire [2:0] l1_n2_o
);

  // Layer 1. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,
  // 0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds
  // are moved to make up for it, or the next module adds it.

  // Stage 0

  // Registers into stage 1
  reg [1:0] l0_n1_act_q;
  reg l0_n2_act_q;
  reg [1:0] l0_n0_act_q;

  always @(posedge clk_i)
    if (en_i) begin
      l0_n1_act_q <= l0_n1_i;
      l0_n2_act_q <= l0_n2_i;
      l0_n0_act_q <= l0_n0_i;
    end

  // Stage 1
  wire [2:0] l1_shared = {1'd0, l0_n1_act_q} + {2'd0, l0_n2_act_q};

  // Layer 1 neuron 0 "idle": l0_n0 - l0_n1, range [-3, 3], 3 bits signed.
  wire [2:0] l1_n0_sum = {1'd0, l0_n0_act_q} - {1'd0, l0_n1_act_q};

  // Layer 1 neuron 2 "motor_way": l0_n0 + l0_n1 + l0_n2 - 2, range [-2, 5], 4 bits signed.
  wire [2:0] l1_n2_sum = {1'd0, l0_n0_act_q} + l1_shared;
  assign l1_n0_o = l1_n0_sum;

  // Layer 1 neuron 1 "city": l0_n1 + l0_n2, range [0, 4], 3 bits unsigned.
  assign l1_n1_o = l1_shared;
  assign l1_n2_o = l1_n2_sum;

endmodule

`default_nettype wire
