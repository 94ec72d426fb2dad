// Design folded

`default_nettype none

module folded_decision (
    input  wire clk_i,
    input  wire rst_i,
    input  wire write_i,
    input  wire [3:0] word_i,
    output wire write_o,
    output wire [15:0] result_o
);

  wire [3:0] best;
  wire [3:0] score_0;
  folded_decision_group group (
    .score_0_i(word_i),
    .best_o(best),
    .score_0_o(score_0)
  );
  reg [1:0] fold_q;
  wire fold_last = fold_q == 2'd2;
  wire fold_first = fold_q == 2'd0;
  wire [1:0] fold_more = fold_q + 2'd1;
  wire [1:0] fold_next = fold_last ? 2'd0 : fold_more;
  reg [3:0] best_q;
  reg [1:0] class_q;
  reg [1:0] first_q;
  wire [1:0] further = first_q + 2'd1;
  wire [1:0] first_next = fold_last ? 2'd0 : further;
  wire greater = $signed(best_q) < $signed(best);
  wire wins = fold_first | greater;
  wire takes = wins & write_i;
  wire keep = fold_first & write_i;
  reg [3:0] score_0_q;
  wire here = fold_q == 2'd1;
  wire keep_1 = here & write_i;
  reg [3:0] score_1_q;
  wire keep_2 = fold_last & write_i;
  reg [3:0] score_2_q;
  reg done_q;
  assign write_o = done_q;
  wire [15:0] result = {4'd0, score_2_q, score_1_q[2:0], score_0_q[2:0], class_q};
  assign result_o = result;

  always @(posedge clk_i)
    if (rst_i) begin
      fold_q <= 2'd0;
      first_q <= 2'd0;
    end else if (write_i) begin
      fold_q <= fold_next;
      first_q <= first_next;
    end

  always @(posedge clk_i)
    if (takes) begin
      best_q <= best;
      class_q <= first_q;
    end

  always @(posedge clk_i)
    if (keep) begin
      score_0_q <= score_0;
    end

  always @(posedge clk_i)
    if (keep_1) begin
      score_1_q <= score_0;
    end

  always @(posedge clk_i)
    if (keep_2) begin
      score_2_q <= score_0;
    end

  always @(posedge clk_i)
    if (rst_i) begin
      done_q <= 1'd0;
    end else begin
      done_q <= keep_2;
    end

  // Bits that nothing reads
  wire unused_ok = &{1'b0, score_0_q[3], score_1_q[3]};

endmodule

`default_nettype wire
