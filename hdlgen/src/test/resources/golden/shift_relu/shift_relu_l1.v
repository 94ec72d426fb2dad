// Design shift_relu

`default_nettype none

module shift_relu_l1 (
    input  wire [2:0] l0_n0_i,
    input  wire [2:0] l0_n1_i,
    output wire [5:0] l1_n0_o
);

  // Layer 1. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,
  // 0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds
  // are moved to make up for it, or the next module adds it.

  // Layer 1 neuron 0: 2*l0_n0 - 3*l0_n1 + 1, range [-20, 15], 6 bits signed.
  wire [4:0] l1_n0_sum = {2'd0, l0_n1_i} + {1'd0, l0_n0_i, 1'd0};
  wire [5:0] l1_n0_sum_1 = {1'd0, l1_n0_sum} - {1'd0, l0_n1_i, 2'd0};
  assign l1_n0_o = l1_n0_sum_1;

endmodule

`default_nettype wire
