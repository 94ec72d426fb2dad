// Design bipolar

`default_nettype none

module bipolar_decision (
    input  wire [1:0] l1_n0_i,
    input  wire [1:0] l1_n1_i,
    output wire class_o
);
  wire [2:0] score_0 = {l1_n0_i, 1'd0} - 3'd1;
  wire best_0_2_right = $signed(score_0) < $signed({l1_n1_i, 1'd0});
  assign class_o = best_0_2_right;

endmodule

`default_nettype wire
