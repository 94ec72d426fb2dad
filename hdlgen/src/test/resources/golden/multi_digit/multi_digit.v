// Design multi_digit

`default_nettype none

module multi_digit (
    input  wire [2:0] x0_i,
    input  wire [2:0] x1_i,
    input  wire [1:0] x2_i,
    output wire [8:0] score_0_o,
    output wire [7:0] score_1_o
);

  wire [2:0] l0_n0_out;
  wire [3:0] l0_n1_out;
  multi_digit_l0 u_multi_digit_l0 (
    .x0_i(x0_i),
    .x1_i(x1_i),
    .x2_i(x2_i),
    .l0_n0_o(l0_n0_out),
    .l0_n1_o(l0_n1_out)
  );

  wire [8:0] l1_n0_out;
  wire [5:0] l1_n1_out;
  multi_digit_l1 u_multi_digit_l1 (
    .l0_n0_i(l0_n0_out),
    .l0_n1_i(l0_n1_out),
    .l1_n0_o(l1_n0_out),
    .l1_n1_o(l1_n1_out)
  );

  wire [8:0] score_0;
  wire [7:0] score_1;
  multi_digit_decision u_multi_digit_decision (
    .l1_n0_i(l1_n0_out),
    .l1_n1_i(l1_n1_out),
    .score_0_o(score_0),
    .score_1_o(score_1)
  );
  assign score_0_o = score_0;
  assign score_1_o = score_1;

endmodule

`default_nettype wire
