// What must hold of a design between two AXI4-Streams, for every source and every receiver. This
// part is the same for every design; what differs is above: sizes, and as hdlgen_fv_expected the
// result beat that belongs to the beats of an inference, the first one in the lowest bits.

module hdlgen_fv (
    input  wire clk_i,
    input  wire reset_i,
    input  wire [`HDLGEN_FV_INPUT_BITS-1:0] s_axis_tdata,
    input  wire s_axis_tvalid,
    input  wire s_axis_tlast,
    input  wire m_axis_tready
);
  localparam [7:0] BEATS = `HDLGEN_FV_BEATS;
  localparam VECTOR_BITS = `HDLGEN_FV_BEATS * `HDLGEN_FV_INPUT_BITS;

  // The first cycle is one of reset; more may come at any time.
  reg running = 1'b0;
  always @(posedge clk_i) running <= 1'b1;
  wire rst = reset_i | ~running;

  wire in_ready;
  wire [`HDLGEN_FV_RESULT_BITS-1:0] result;
  wire valid;
  wire last;
  wire error;

  `HDLGEN_FV_TOP dut (
    .clk_i(clk_i),
    .rst_i(rst),
    .s_axis_tdata(s_axis_tdata),
    .s_axis_tvalid(s_axis_tvalid),
    .s_axis_tlast(s_axis_tlast),
    .s_axis_tready(in_ready),
    .m_axis_tdata(result),
    .m_axis_tvalid(valid),
    .m_axis_tlast(last),
    .m_axis_tready(m_axis_tready),
    .error_o(error)
  );

  reg was_reset = 1'b0;

  // The place of the next beat in its inference, and whether a tlast was wrong.
  reg [7:0] beat = 8'd0;
  reg wrong = 1'b0;

  // Inferences whose last beat is in and whose result is not out.
  reg [7:0] inside = 8'd0;

  reg waiting = 1'b0;
  reg [`HDLGEN_FV_RESULT_BITS-1:0] waiting_result = {`HDLGEN_FV_RESULT_BITS{1'b0}};

  // Cycles for which no result has shown although an inference was complete, whatever the receiver
  // did, and for which a beat has had to wait while the receiver was ready.
  reg [15:0] patience = 16'd0;
  reg [15:0] offered = 16'd0;

  // Results taken since the reset.
  reg [7:0] results = 8'd0;

  wire accepted = s_axis_tvalid & in_ready;
  wire last_beat = beat == BEATS - 8'd1;
  wire completes = accepted & last_beat;
  wire taken = valid & m_axis_tready;

  always @(posedge clk_i) begin
    was_reset <= rst;
    if (accepted) begin
      beat <= last_beat ? 8'd0 : beat + 8'd1;
      wrong <= wrong | (s_axis_tlast != last_beat);
    end
    inside <= inside + {7'd0, completes} - {7'd0, taken};
    waiting <= valid & ~m_axis_tready;
    waiting_result <= result;
    patience <= (valid | (inside == 8'd0)) ? 16'd0 : patience + 16'd1;
    offered <= (in_ready | ~s_axis_tvalid | ~m_axis_tready) ? 16'd0 : offered + 16'd1;
    if (taken & (results != 8'hff)) begin
      results <= results + 8'd1;
    end
    if (rst) begin
      beat <= 8'd0;
      wrong <= 1'b0;
      inside <= 8'd0;
      waiting <= 1'b0;
      patience <= 16'd0;
      offered <= 16'd0;
      results <= 8'd0;
    end
  end

`ifdef HDLGEN_FV_DATA
  // The inference that comes in, what its result must be, and the results that must come, the next
  // one in the lowest bits.
  reg [VECTOR_BITS-1:0] vector = {VECTOR_BITS{1'b0}};
  wire [VECTOR_BITS-1:0] next_vector =
      (vector >> `HDLGEN_FV_INPUT_BITS)
      | (s_axis_tdata << (VECTOR_BITS - `HDLGEN_FV_INPUT_BITS));
  wire [`HDLGEN_FV_RESULT_BITS-1:0] expected;
  hdlgen_fv_expected golden (.beats_i(next_vector), .result_o(expected));

  reg [`HDLGEN_FV_INSIDE*`HDLGEN_FV_RESULT_BITS-1:0] due = 0;
  wire [`HDLGEN_FV_INSIDE*`HDLGEN_FV_RESULT_BITS-1:0] rest =
      taken ? due >> `HDLGEN_FV_RESULT_BITS : due;
  wire [7:0] behind = inside - {7'd0, taken};
  wire [`HDLGEN_FV_INSIDE*`HDLGEN_FV_RESULT_BITS-1:0] place =
      {{(`HDLGEN_FV_INSIDE-1)*`HDLGEN_FV_RESULT_BITS{1'b0}}, expected}
      << (behind * `HDLGEN_FV_RESULT_BITS);

  always @(posedge clk_i) begin
    if (accepted) begin
      vector <= next_vector;
    end
    due <= completes ? rest | place : rest;
    if (rst) begin
      due <= 0;
    end
  end
`endif

  always @* begin
    if (running) begin
`ifdef HDLGEN_FV_COVER
      assert (~((results == `HDLGEN_FV_COVER) & ~was_reset));
`else
`ifdef HDLGEN_FV_DATA
      // Every result is that of its inference.
      assert (~valid | (result == due[`HDLGEN_FV_RESULT_BITS-1:0]));
`else
`ifdef HDLGEN_FV_FLOW
      // No result without an inference.
      assert (~valid | (inside != 8'd0));
      // A result shows in time and waits for no receiver; a source gets rid of its beat.
      assert (patience < `HDLGEN_FV_PATIENCE);
      assert (offered < `HDLGEN_FV_OFFERED);
`else
      // Nothing comes out of a reset; a result that waits neither goes nor changes.
      assert (~was_reset | (~in_ready & ~valid & ~error));
      assert (~waiting | (valid & (result == waiting_result)));
      assert (~valid | last);
      assert (error == wrong);
`endif
`endif
`endif
    end
  end
endmodule
`default_nettype wire
