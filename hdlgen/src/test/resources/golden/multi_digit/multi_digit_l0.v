// Design multi_digit

`default_nettype none

module multi_digit_l0 (
    input  wire [2:0] x0_i,
    input  wire [2:0] x1_i,
    input  wire [1:0] x2_i,
    output wire [2:0] l0_n0_o,
    output wire [3:0] l0_n1_o
);

  // Layer 0. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,
  // 0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds
  // are moved to make up for it, or the next module adds it.
  wire [4:0] l0_shared = {2'd0, x0_i} + {{2{x1_i[2]}}, x1_i};
  wire [4:0] l0_shared_1 = {3'd0, x2_i} + l0_shared;

  // Layer 0 neuron 0: 3*x0 - 5*x1 + 11*x2 + 1, range [-14, 75], 8 bits signed. Value: -4, plus 1
  // for each of these that it reaches: -20, -15, -10, -5, 0, 5, 10, 20, 30.
  wire [3:0] l0_n0_sum = {1'd0, x0_i} - {2'd0, x2_i};
  wire [5:0] l0_n0_sum_1 = {2'd0, x2_i, 2'd0} - {{3{x1_i[2]}}, x1_i};
  wire [5:0] l0_n0_sum_2 = {{2{l0_n0_sum[3]}}, l0_n0_sum} + l0_n0_sum_1;
  wire [7:0] l0_n0_sum_3 = {l0_n0_sum_2, 2'd0} - {{3{l0_shared_1[4]}}, l0_shared_1};
  wire l0_n0_ge = $signed(l0_n0_sum_3) >= -8'sd11;
  wire l0_n0_ge_1 = $signed(l0_n0_sum_3) >= -8'sd6;
  wire l0_n0_ge_2 = $signed(l0_n0_sum_3) >= -8'sd1;
  wire l0_n0_ge_3 = $signed(l0_n0_sum_3) >= 8'sd4;
  wire l0_n0_ge_4 = $signed(l0_n0_sum_3) >= 8'sd9;
  wire l0_n0_ge_5 = $signed(l0_n0_sum_3) >= 8'sd19;
  wire l0_n0_ge_6 = $signed(l0_n0_sum_3) >= 8'sd29;
  wire l0_n0_level = l0_n0_ge_3 ? l0_n0_ge_5 : l0_n0_ge_1;
  wire l0_n0_level_1 = l0_n0_level ? l0_n0_ge_2 : l0_n0_ge;
  wire l0_n0_level_2 = l0_n0_level ? l0_n0_ge_6 : l0_n0_ge_4;
  wire l0_n0_level_3 = l0_n0_ge_3 ? l0_n0_level_2 : l0_n0_level_1;
  wire [2:0] l0_n0_act = {l0_n0_ge_3, l0_n0_level, l0_n0_level_3};

  // Layer 0 neuron 1: 7*x0 + 7*x1 - x2 + 2, range [-29, 72], 8 bits signed. Value: -4, plus 1 for
  // each of these that it reaches: 0, 9, 9, 18, 27, 36, 45, 54, 63.
  wire [7:0] l0_n1_sum = {l0_shared, 3'd0} - {{3{l0_shared_1[4]}}, l0_shared_1};
  wire l0_n1_ge = $signed(l0_n1_sum) >= 8'sd52;
  reg [6:0] l0_n1_threshold;
  always @*
    case (l0_n1_ge)
      1'd0: l0_n1_threshold = 7'd16;
      default: l0_n1_threshold = 7'd71;
    endcase
  wire l0_n1_ge_1 = $signed(l0_n1_sum) >= $signed({1'd0, l0_n1_threshold});
  wire [1:0] l0_n1_prefix = {l0_n1_ge, l0_n1_ge_1};
  reg [6:0] l0_n1_threshold_1;
  always @*
    case (l0_n1_prefix)
      2'd0: l0_n1_threshold_1 = 7'd7;
      2'd1: l0_n1_threshold_1 = 7'd34;
      2'd2: l0_n1_threshold_1 = 7'd71;
      default: l0_n1_threshold_1 = 7'd71;
    endcase
  wire l0_n1_ge_2 = $signed(l0_n1_sum) >= $signed({1'd0, l0_n1_threshold_1});
  wire [2:0] l0_n1_prefix_1 = {l0_n1_ge, l0_n1_ge_1, l0_n1_ge_2};
  reg [7:0] l0_n1_threshold_2;
  always @*
    case (l0_n1_prefix_1)
      3'd0: l0_n1_threshold_2 = -8'sd2;
      3'd1: l0_n1_threshold_2 = 8'd7;
      3'd2: l0_n1_threshold_2 = 8'd25;
      3'd3: l0_n1_threshold_2 = 8'd43;
      3'd4: l0_n1_threshold_2 = 8'd61;
      3'd5: l0_n1_threshold_2 = 8'd71;
      3'd6: l0_n1_threshold_2 = 8'd71;
      default: l0_n1_threshold_2 = 8'd71;
    endcase
  wire l0_n1_ge_3 = $signed(l0_n1_sum) >= $signed(l0_n1_threshold_2);
  wire [3:0] l0_n1_act = {l0_n1_ge, l0_n1_ge_1, l0_n1_ge_2, l0_n1_ge_3};
  assign l0_n0_o = l0_n0_act;
  assign l0_n1_o = l0_n1_act;

endmodule

`default_nettype wire
