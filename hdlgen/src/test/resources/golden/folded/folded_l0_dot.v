// Design folded

`default_nettype none

module folded_l0_dot (
    input  wire clk_i,
    input  wire [4:0] x0_i,
    input  wire [1:0] w0_i,
    input  wire [4:0] x1_i,
    input  wire [1:0] w1_i,
    output wire [5:0] sum_o
);

  // Stage 0
  wire l0_plus = w0_i[0] & ~w0_i[1];
  wire [4:0] l0_added = l0_plus ? x0_i : 5'd0;
  wire [4:0] l0_taken = w0_i[1] ? x0_i : 5'd0;
  wire l0_plus_1 = w1_i[0] & ~w1_i[1];
  wire [4:0] l0_added_1 = l0_plus_1 ? x1_i : 5'd0;
  wire [4:0] l0_taken_1 = w1_i[1] ? x1_i : 5'd0;

  // Registers into stage 1
  reg [4:0] l0_added_q;
  reg [4:0] l0_taken_q;
  reg [4:0] l0_added_1_q;
  reg [4:0] l0_taken_1_q;

  always @(posedge clk_i)
    begin
      l0_added_q <= l0_added;
      l0_taken_q <= l0_taken;
      l0_added_1_q <= l0_added_1;
      l0_taken_1_q <= l0_taken_1;
    end

  // Stage 1
  wire [5:0] l0_sum = {l0_added_q[4], l0_added_q} - {l0_taken_q[4], l0_taken_q};
  wire [5:0] l0_sum_1 = {l0_added_1_q[4], l0_added_1_q} - {l0_taken_1_q[4], l0_taken_1_q};
  wire [6:0] l0_sum_2 = {l0_sum[5], l0_sum} + {l0_sum_1[5], l0_sum_1};
  assign sum_o = l0_sum_2[5:0];

  // Bits that nothing reads
  wire unused_ok = &{1'b0, l0_sum_2[6]};

endmodule

`default_nettype wire
