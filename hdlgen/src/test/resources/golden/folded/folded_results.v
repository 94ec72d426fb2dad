// Design folded

`default_nettype none

module folded_results (
    input  wire clk_i,
    input  wire rst_i,
    input  wire write_i,
    input  wire [15:0] word_i,
    input  wire take_i,
    output wire valid_o,
    output wire freed_o,
    output wire [15:0] word_o
);
  reg valid_q;
  wire taken = valid_q & take_i;
  reg [1:0] held_q;
  wire [2:0] held_more = {1'd0, held_q} + {2'd0, write_i};
  wire [3:0] held_less = {1'd0, held_more} - {3'd0, taken};
  wire no_result_next = held_less[1:0] == 2'd0;
  wire [2:0] stay = {1'd0, held_q} - {2'd0, taken};
  reg [15:0] entry2_q;
  wire here = $signed(stay) == 3'sd2;
  wire lands = write_i & here;
  wire moves = taken | lands;
  reg [15:0] entry1_q;
  wire here_1 = $signed(stay) == 3'sd1;
  wire [15:0] entry_next = here_1 ? word_i : entry2_q;
  wire lands_1 = write_i & here_1;
  wire moves_1 = taken | lands_1;
  reg [15:0] entry0_q;
  wire here_2 = $signed(stay) == 3'sd0;
  wire [15:0] entry_next_1 = here_2 ? word_i : entry1_q;
  wire lands_2 = write_i & here_2;
  wire moves_2 = taken | lands_2;
  assign valid_o = valid_q;
  assign freed_o = taken;
  assign word_o = entry0_q;

  always @(posedge clk_i)
    if (rst_i) begin
      valid_q <= 1'd0;
      held_q <= 2'd0;
    end else begin
      valid_q <= ~no_result_next;
      held_q <= held_less[1:0];
    end

  always @(posedge clk_i)
    if (moves) begin
      entry2_q <= word_i;
    end

  always @(posedge clk_i)
    if (moves_1) begin
      entry1_q <= entry_next;
    end

  always @(posedge clk_i)
    if (moves_2) begin
      entry0_q <= entry_next_1;
    end

  // Bits that nothing reads
  wire unused_ok = &{1'b0, held_less[3:2]};

endmodule

`default_nettype wire
