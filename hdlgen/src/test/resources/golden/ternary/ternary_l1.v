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

  // Layer 0 neuron 1: speed - rpm + gear + 2, range [-15, 18], 6 bits signed. Value: 0, plus 1 for
  // each of these that it reaches: -5, 0, 5.

  // Layer 0 neuron 2: -speed - gear - 1, range [-17, 1], 6 bits signed. Value: 0, plus 1 for each
  // of these that it reaches: -1, 2, 100.
  wire [2:0] l1_shared = {1'd0, l0_n1_act_q} + {2'd0, l0_n2_act_q};

  // Layer 0 neuron 0: speed + rpm, range [0, 30], 5 bits unsigned. Value: 0, plus 1 for each of
  // these that it reaches: 4, 9, 14.

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
