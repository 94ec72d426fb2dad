// Design bipolar

`default_nettype none

module bipolar_l1 (
    input  wire l0_n0_i,
    input  wire l0_n2_i,
    output wire [1:0] l1_n0_o,
    output wire [1:0] l1_n1_o
);

  // Layer 1. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,
  // 0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds
  // are moved to make up for it, or the next module adds it.
  wire [1:0] l1_shared = {1'd0, l0_n0_i} - {1'd0, l0_n2_i};

  // Layer 1 neuron 1 "attack": -l0_n0 + l0_n1 + l0_n2 + 1, range [-2, 2], 3 bits signed.
  wire [1:0] l1_n1_sum = 2'd0 - l1_shared;

  // Layer 1 neuron 0 "normal": l0_n0 + l0_n1 - l0_n2, range [-3, 1], 3 bits signed.
  assign l1_n0_o = l1_shared;
  assign l1_n1_o = l1_n1_sum;

endmodule

`default_nettype wire
