// Design approximate

`default_nettype none

module approximate (
    input  wire [3:0] x0_i,
    input  wire [3:0] x1_i,
    input  wire [2:0] x2_i,
    output wire [1:0] class_o
);

  // Class codes: 0 "a", 1 "b", 2 "c"

  wire [2:0] l0_n0_out;
  wire [2:0] l0_n1_out;
  approximate_l0 u_approximate_l0 (
    .x0_i(x0_i),
    .x1_i(x1_i),
    .x2_i(x2_i),
    .l0_n0_o(l0_n0_out),
    .l0_n1_o(l0_n1_out)
  );

  wire l1_n0_out;
  wire l1_n1_out;
  wire l1_n2_out;
  wire l1_n3_out;
  approximate_l1 u_approximate_l1 (
    .l0_n0_i(l0_n0_out),
    .l0_n1_i(l0_n1_out),
    .l1_n0_o(l1_n0_out),
    .l1_n1_o(l1_n1_out),
    .l1_n2_o(l1_n2_out),
    .l1_n3_o(l1_n3_out)
  );

  wire [1:0] l2_n0_out;
  wire [1:0] l2_n1_out;
  wire l2_n2_out;
  approximate_l2 u_approximate_l2 (
    .l1_n0_i(l1_n0_out),
    .l1_n1_i(l1_n1_out),
    .l1_n2_i(l1_n2_out),
    .l1_n3_i(l1_n3_out),
    .l2_n0_o(l2_n0_out),
    .l2_n1_o(l2_n1_out),
    .l2_n2_o(l2_n2_out)
  );

  wire [1:0] class_1;
  approximate_decision u_approximate_decision (
    .l2_n0_i(l2_n0_out),
    .l2_n1_i(l2_n1_out),
    .l2_n2_i(l2_n2_out),
    .class_o(class_1)
  );
  assign class_o = class_1;

endmodule

`default_nettype wire
