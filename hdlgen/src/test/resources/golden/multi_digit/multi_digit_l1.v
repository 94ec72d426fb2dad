// Design multi_digit

`default_nettype none

module multi_digit_l1 (
    input  wire [2:0] l0_n0_i,
    input  wire [3:0] l0_n1_i,
    output wire [8:0] l1_n0_o,
    output wire [5:0] l1_n1_o
);

  // Layer 1. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,
  // 0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds
  // are moved to make up for it, or the next module adds it.
  wire [5:0] l1_shared = {2'd0, l0_n1_i} - {l0_n1_i, 2'd0};

  // Layer 1 neuron 0: 23*l0_n0 - 13*l0_n1 + 5, range [-106, 172], 9 bits signed.
  wire [5:0] l1_n0_sum = {3'd0, l0_n0_i} + {l0_n0_i, 3'd0};
  wire [4:0] l1_n0_sum_1 = {1'd0, l0_n0_i, 1'd0} - {1'd0, l0_n1_i};
  wire [6:0] l1_n0_sum_2 = {1'd0, l1_n0_sum} + {l1_shared[5], l1_shared};
  wire [8:0] l1_n0_sum_3 = {l1_n0_sum_1, 4'd0} - {{2{l1_n0_sum_2[6]}}, l1_n0_sum_2};

  // Layer 1 neuron 1: l0_n0 + 6*l0_n1, range [-26, 35], 7 bits signed.
  wire [6:0] l1_n1_sum = {4'd0, l0_n0_i} - {l1_shared, 1'd0};
  assign l1_n0_o = l1_n0_sum_3;
  assign l1_n1_o = l1_n1_sum[5:0];

  // Bits that nothing reads
  wire unused_ok = &{1'b0, l1_n1_sum[6]};

endmodule

`default_nettype wire
