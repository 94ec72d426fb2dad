// Design approximate

`default_nettype none

module approximate_decision (
    input  wire [1:0] l2_n0_i,
    input  wire [1:0] l2_n1_i,
    input  wire l2_n2_i,
    output wire [1:0] class_o
);
  wire [1:0] score_1 = l2_n1_i + 2'd1;
  wire [1:0] score_2 = {l2_n2_i, l2_n2_i} + 2'd2;
  wire match_0_right = l2_n0_i[1] < score_2[1];
  wire [1:0] match_0 = match_0_right ? score_2 : l2_n0_i;
  wire [1:0] match_0_index = match_0_right ? 2'd2 : 2'd0;
  wire match_1_right = score_1 < match_0;
  wire [1:0] match_1_index = match_1_right ? match_0_index : 2'd1;
  assign class_o = match_1_index;

endmodule

`default_nettype wire
