// Design bipolar

`default_nettype none

module bipolar_l0 (
    input  wire door_i,
    input  wire brake_i,
    output wire l0_n0_o,
    output wire l0_n2_o
);

  // Layer 0. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,
  // 0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds
  // are moved to make up for it, or the next module adds it.

  // Layer 0 neuron 0: door + brake + 1, range [-1, 3], 3 bits signed. Value: -1, plus 2 for each of
  // these that it reaches: 0.
  wire l0_n0_or = door_i | brake_i;

  // Layer 0 neuron 2: -door - brake, range [-2, 2], 3 bits signed. Value: -1, plus 2 for each of
  // these that it reaches: -1.
  wire l0_n2_or = ~door_i | ~brake_i;
  assign l0_n0_o = l0_n0_or;
  assign l0_n2_o = l0_n2_or;

endmodule

`default_nettype wire
