// Design approximate

`default_nettype none

module approximate_l0 (
    input  wire [3:0] x0_i,
    input  wire [3:0] x1_i,
    input  wire [2:0] x2_i,
    output wire [2:0] l0_n0_o,
    output wire [2:0] l0_n1_o
);

  // Layer 0. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,
  // 0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds
  // are moved to make up for it, or the next module adds it.
  wire [5:0] l0_kept_0 = {x0_i, 2'd0} - {2'd0, x0_i};
  wire [3:0] l0_kept_1 = {x1_i[3:2], 1'd0, x1_i[0]};

  // Layer 0 neuron 0: (4*x0 & ~7) + x2 + ~(2*x1 & ~3) + 3, range [-30, 61], 7 bits signed. Value: 0
  // below 0, else min(sum >> 2, 7).
  wire [5:0] l0_n0_sum = ~{1'd0, x1_i[3:1], 2'd0};
  wire [5:0] l0_n0_sum_1 = l0_n0_sum;
  wire [6:0] l0_n0_sum_2 = {{4{x2_i[2]}}, x2_i} + {1'd0, x0_i[3:1], 3'd0};
  wire [6:0] l0_n0_sum_3 = l0_n0_sum_2 + {l0_n0_sum_1[5], l0_n0_sum_1};
  wire [6:0] l0_n0_acc = l0_n0_sum_3 + 7'd3;
  wire [3:0] l0_n0_shifted = l0_n0_acc[5:2];
  wire l0_n0_beyond = 4'd7 < l0_n0_shifted;
  wire [2:0] l0_n0_saturated = l0_n0_beyond ? 3'd7 : l0_n0_shifted[2:0];
  wire l0_n0_negative = $signed(l0_n0_acc) < 7'sd0;
  wire [2:0] l0_n0_act = l0_n0_negative ? 3'd0 : l0_n0_saturated;

  // Layer 0 neuron 1: (8*x1 & 104) + (2*x2 & ~1) + ~(3*x0 & ~1) - 1, range [-54, 108], 8 bits
  // signed. Value: 0 below 0, else min(sum >> 2, 7).
  wire [5:0] l0_n1_sum = ~{1'd0, l0_kept_0[5:1]};
  wire [5:0] l0_n1_sum_1 = l0_n1_sum;
  wire [6:0] l0_n1_sum_2 = {{4{x2_i[2]}}, x2_i} + {1'd0, l0_kept_1, 2'd0};
  wire [6:0] l0_n1_sum_3 = l0_n1_sum_2 + {l0_n1_sum_1[5], l0_n1_sum_1};
  wire [7:0] l0_n1_acc = {l0_n1_sum_3, 1'd0};
  wire [4:0] l0_n1_shifted = l0_n1_acc[6:2];
  wire l0_n1_beyond = 5'd7 < l0_n1_shifted;
  wire [2:0] l0_n1_saturated = l0_n1_beyond ? 3'd7 : l0_n1_shifted[2:0];
  wire l0_n1_negative = $signed(l0_n1_acc) < 8'sd0;
  wire [2:0] l0_n1_act = l0_n1_negative ? 3'd0 : l0_n1_saturated;
  assign l0_n0_o = l0_n0_act;
  assign l0_n1_o = l0_n1_act;

  // Bits that nothing reads
  wire unused_ok = &{1'b0, l0_kept_0[0]};

endmodule

`default_nettype wire
