// Design folded

`default_nettype none

module folded_l1_dot (
    input  wire clk_i,
    input  wire [1:0] x0_i,
    input  wire [1:0] w0_i,
    input  wire [1:0] x1_i,
    input  wire [1:0] w1_i,
    input  wire [1:0] x2_i,
    input  wire [1:0] w2_i,
    output wire [4:0] sum_o
);

  // Stage 0
  wire l1_plus = w0_i[0] & ~w0_i[1];
  wire [1:0] l1_added = l1_plus ? x0_i : 2'd0;
  wire [1:0] l1_taken = w0_i[1] ? x0_i : 2'd0;
  wire l1_plus_1 = w1_i[0] & ~w1_i[1];
  wire [1:0] l1_added_1 = l1_plus_1 ? x1_i : 2'd0;
  wire [1:0] l1_taken_1 = w1_i[1] ? x1_i : 2'd0;
  wire l1_plus_2 = w2_i[0] & ~w2_i[1];
  wire [1:0] l1_added_2 = l1_plus_2 ? x2_i : 2'd0;
  wire [1:0] l1_taken_2 = w2_i[1] ? x2_i : 2'd0;

  // Registers into stage 1
  reg [1:0] l1_added_q;
  reg [1:0] l1_taken_q;
  reg [1:0] l1_added_1_q;
  reg [1:0] l1_taken_1_q;
  reg [1:0] l1_added_2_q;
  reg [1:0] l1_taken_2_q;

  always @(posedge clk_i)
    begin
      l1_added_q <= l1_added;
      l1_taken_q <= l1_taken;
      l1_added_1_q <= l1_added_1;
      l1_taken_1_q <= l1_taken_1;
      l1_added_2_q <= l1_added_2;
      l1_taken_2_q <= l1_taken_2;
    end

  // Stage 1
  wire [2:0] l1_sum = {1'd0, l1_added_q} - {1'd0, l1_taken_q};
  wire [2:0] l1_sum_1 = {1'd0, l1_added_1_q} - {1'd0, l1_taken_1_q};
  wire [2:0] l1_sum_2 = {1'd0, l1_added_2_q} - {1'd0, l1_taken_2_q};
  wire [3:0] l1_sum_3 = {l1_sum[2], l1_sum} + {l1_sum_1[2], l1_sum_1};

  // Registers into stage 2
  reg [2:0] l1_sum_2_q;
  reg [3:0] l1_sum_3_q;

  always @(posedge clk_i)
    begin
      l1_sum_2_q <= l1_sum_2;
      l1_sum_3_q <= l1_sum_3;
    end

  // Stage 2
  wire [4:0] l1_sum_4 = {{2{l1_sum_2_q[2]}}, l1_sum_2_q} + {l1_sum_3_q[3], l1_sum_3_q};
  assign sum_o = l1_sum_4;

endmodule

`default_nettype wire
