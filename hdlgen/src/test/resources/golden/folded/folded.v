// Design folded

`default_nettype none

module folded (
    input  wire clk_i,
    input  wire rst_i,
    input  wire [15:0] s_axis_tdata,
    input  wire s_axis_tvalid,
    input  wire s_axis_tlast,
    input  wire m_axis_tready,
    output wire s_axis_tready,
    output wire [15:0] m_axis_tdata,
    output wire m_axis_tvalid,
    output wire m_axis_tlast,
    output wire error_o
);

  // Class codes: 0 "idle", 1 "city", 2 "motor_way"
  reg ready_q;
  wire accepted = s_axis_tvalid & ready_q;
  reg freed0_q;
  reg freed1_q;
  reg freed2_q;
  reg [1:0] places_q;
  wire [1:0] places_more = places_q + {1'd0, freed0_q};
  wire [2:0] places_less = {1'd0, places_more} - {2'd0, accepted};
  wire no_place_next = places_less[1:0] == 2'd0;

  wire l0_freed;
  wire l0_write;
  wire [5:0] l0_word;
  folded_l0 layer0 (
    .clk_i(clk_i),
    .rst_i(rst_i),
    .write_i(accepted),
    .word_i(s_axis_tdata[9:0]),
    .freed_i(freed1_q),
    .freed_o(l0_freed),
    .write_o(l0_write),
    .word_o(l0_word)
  );

  wire l1_freed;
  wire l1_write;
  wire [3:0] l1_word;
  folded_l1 layer1 (
    .clk_i(clk_i),
    .rst_i(rst_i),
    .write_i(l0_write),
    .word_i(l0_word),
    .freed_i(freed2_q),
    .freed_o(l1_freed),
    .write_o(l1_write),
    .word_o(l1_word)
  );

  wire done;
  wire [15:0] result;
  folded_decision decide (
    .clk_i(clk_i),
    .rst_i(rst_i),
    .write_i(l1_write),
    .word_i(l1_word),
    .write_o(done),
    .result_o(result)
  );

  wire valid;
  wire taken;
  wire [15:0] result_1;
  folded_results results (
    .clk_i(clk_i),
    .rst_i(rst_i),
    .write_i(done),
    .word_i(result),
    .take_i(m_axis_tready),
    .valid_o(valid),
    .freed_o(taken),
    .word_o(result_1)
  );
  wire ready_next = ~no_place_next | l0_freed;
  assign s_axis_tready = ready_q;
  assign m_axis_tdata = result_1;
  assign m_axis_tvalid = valid;
  assign m_axis_tlast = 1'd1;
  reg beat_q;
  wire beat_last = beat_q == 1'd1;
  wire [1:0] beat_more = {1'd0, beat_q} + 2'd1;
  wire [1:0] beat_next = beat_last ? 2'd0 : beat_more;
  wire differs = s_axis_tlast ^ beat_last;
  reg error_q;
  wire wrong = accepted & differs;
  wire error_next = error_q | wrong;
  assign error_o = error_q;

  always @(posedge clk_i)
    if (rst_i) begin
      ready_q <= 1'd0;
      freed0_q <= 1'd0;
      freed1_q <= 1'd0;
      freed2_q <= 1'd0;
      places_q <= 2'd2;
      error_q <= 1'd0;
    end else begin
      ready_q <= ready_next;
      freed0_q <= l0_freed;
      freed1_q <= l1_freed;
      freed2_q <= taken;
      places_q <= places_less[1:0];
      error_q <= error_next;
    end

  always @(posedge clk_i)
    if (rst_i) begin
      beat_q <= 1'd0;
    end else if (accepted) begin
      beat_q <= beat_next[0];
    end

  // Bits that nothing reads
  wire unused_ok = &{1'b0, s_axis_tdata[15:10], places_less[2], beat_next[1]};

endmodule

`default_nettype wire
