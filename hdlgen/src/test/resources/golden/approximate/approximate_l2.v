// Design approximate

`default_nettype none

module approximate_l2 (
    input  wire l1_n0_i,
    input  wire l1_n1_i,
    input  wire l1_n2_i,
    input  wire l1_n3_i,
    output wire [1:0] l2_n0_o,
    output wire [1:0] l2_n1_o,
    output wire l2_n2_o
);

  // Layer 2. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,
  // 0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds
  // are moved to make up for it, or the next module adds it.
  wire l2_group_0 = l1_n0_i | l1_n3_i;
  wire l2_group_1 = l1_n1_i | l1_n2_i;
  wire l2_group_0_1 = l1_n0_i | l1_n1_i;

  // Layer 2 neuron 0 "a": min(l1_n0 + l1_n3, 1) + min(l1_n1 + l1_n2, 1), range [0, 2], 2 bits
  // unsigned.
  wire [1:0] l2_n0_sum = {1'd0, l2_group_0} + {1'd0, l2_group_1};

  // Layer 2 neuron 1 "b": l1_n2 - min(l1_n0 + l1_n1, 1) + 1, range [0, 2], 2 bits unsigned.
  wire [1:0] l2_n1_sum = {1'd0, l1_n2_i} - {1'd0, l2_group_0_1};

  // Layer 2 neuron 2 "c": -l1_n3 + 2, range [1, 2], 2 bits unsigned.
  wire l2_n2_sum = 1'd0 - l1_n3_i;
  assign l2_n0_o = l2_n0_sum;
  assign l2_n1_o = l2_n1_sum;
  assign l2_n2_o = l2_n2_sum;

endmodule

`default_nettype wire
