// Design multi_digit

`default_nettype none

module multi_digit_decision (
    input  wire [8:0] l1_n0_i,
    input  wire [5:0] l1_n1_i,
    output wire [8:0] score_0_o,
    output wire [7:0] score_1_o
);
  wire [8:0] score_0 = l1_n0_i + 9'd11;
  wire [7:0] score_1 = {l1_n1_i, 2'd0} - {2'd0, l1_n1_i};
  wire [7:0] score_1_1 = score_1 - 8'd85;
  assign score_0_o = score_0;
  assign score_1_o = score_1_1;

endmodule

`default_nettype wire
