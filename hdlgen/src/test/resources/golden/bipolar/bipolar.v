// Design bipolar

`default_nettype none

module bipolar (
    input  wire door_i,
    input  wire brake_i,
    output wire class_o
);

  // Class codes: 0 "normal", 1 "attack"

  wire l0_n0_out;
  wire l0_n2_out;
  bipolar_l0 u_bipolar_l0 (
    .door_i(door_i),
    .brake_i(brake_i),
    .l0_n0_o(l0_n0_out),
    .l0_n2_o(l0_n2_out)
  );

  wire [1:0] l1_n0_out;
  wire [1:0] l1_n1_out;
  bipolar_l1 u_bipolar_l1 (
    .l0_n0_i(l0_n0_out),
    .l0_n2_i(l0_n2_out),
    .l1_n0_o(l1_n0_out),
    .l1_n1_o(l1_n1_out)
  );

  wire class_1;
  bipolar_decision u_bipolar_decision (
    .l1_n0_i(l1_n0_out),
    .l1_n1_i(l1_n1_out),
    .class_o(class_1)
  );
  assign class_o = class_1;

endmodule

`default_nettype wire
