// Design approximate

`default_nettype none

module approximate_l1 (
    input  wire [2:0] l0_n0_i,
    input  wire [2:0] l0_n1_i,
    output wire l1_n0_o,
    output wire l1_n1_o,
    output wire l1_n2_o,
    output wire l1_n3_o
);

  // Layer 1. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,
  // 0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds
  // are moved to make up for it, or the next module adds it.

  // Layer 1 neuron 0: 2*l0_n0 + l0_n1, range [0, 21], 5 bits unsigned. Value: 0, plus 1 for each of
  // these that it reaches: 9.
  wire [4:0] l1_n0_sum = {2'd0, l0_n1_i} + {1'd0, l0_n0_i, 1'd0};
  wire l1_n0_ge = l1_n0_sum >= 5'd9;

  // Layer 1 neuron 1: l0_n0 - (l0_n1 & ~1), range [-6, 7], 4 bits signed. Value: 0, plus 1 for each
  // of these that it reaches: 0.
  wire [3:0] l1_n1_sum = {1'd0, l0_n0_i} - {1'd0, l0_n1_i[2:1], 1'd0};
  wire l1_n1_ge = $signed(l1_n1_sum) >= 4'sd0;

  // Layer 1 neuron 2: -(2*l0_n0 & ~3) + 4*l0_n1, range [-12, 28], 6 bits signed. Value: 0, plus 1
  // for each of these that it reaches: 2.
  wire [3:0] l1_n2_sum = {1'd0, l0_n1_i} - {2'd0, l0_n0_i[2:1]};
  wire l1_n2_ge = $signed(l1_n2_sum) >= 4'sd1;

  // Layer 1 neuron 3: (l0_n1 & 6), range [0, 6], 3 bits unsigned. Value: 0, plus 1 for each of
  // these that it reaches: 5.
  wire l1_n3_ge = l0_n1_i[2:1] >= 2'd3;
  assign l1_n0_o = l1_n0_ge;
  assign l1_n1_o = l1_n1_ge;
  assign l1_n2_o = l1_n2_ge;
  assign l1_n3_o = l1_n3_ge;

endmodule

`default_nettype wire
