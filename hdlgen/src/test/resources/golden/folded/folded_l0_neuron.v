// Design folded

`default_nettype none

module folded_l0_neuron (
    input  wire [5:0] sum_i,
    input  wire [5:0] t0_i,
    input  wire [5:0] t1_i,
    input  wire [4:0] t2_i,
    output wire [1:0] value_o
);
  wire l0_ge = $signed(sum_i) >= $signed(t0_i);
  wire l0_ge_1 = $signed(sum_i) >= $signed(t1_i);
  wire l0_ge_2 = $signed(sum_i) >= $signed({1'd0, t2_i});
  wire l0_level = l0_ge_1 ? l0_ge_2 : l0_ge;
  wire [1:0] l0_act = {l0_ge_1, l0_level};
  assign value_o = l0_act;

endmodule

`default_nettype wire
