// Design shift_relu

`default_nettype none

module shift_relu_decision (
    input  wire clk_i,
    input  wire en_i,
    input  wire [5:0] l1_n0_i,
    output wire class_o
);

  // Stage 0

  // Registers into stage 1
  reg [5:0] l1_n0_value_q;

  always @(posedge clk_i)
    if (en_i) begin
      l1_n0_value_q <= l1_n0_i;
    end

  // Stage 1
  wire [7:0] score_0 = {l1_n0_value_q, 2'd0} - {{2{l1_n0_value_q[5]}}, l1_n0_value_q};
  wire [6:0] score_0_1 = score_0[6:0] + 7'd1;
  wire class_1 = $signed(score_0_1) >= 7'sd4;
  assign class_o = class_1;

  // Bits that nothing reads
  wire unused_ok = &{1'b0, score_0[7]};

endmodule

`default_nettype wire
