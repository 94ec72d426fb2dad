// What must hold of a queue of results, for every writer that keeps to its credits, every word and
// every receiver. This part is the same for every depth; what differs is above.

module hdlgen_fv (
    input  wire clk_i,
    input  wire reset_i,
    input  wire promise_i,
    input  wire write_i,
    input  wire [`HDLGEN_FV_BITS-1:0] word_i,
    input  wire take_i,
    input  wire mark_i
);
  localparam [7:0] DEPTH = `HDLGEN_FV_DEPTH;

  // The first cycle is one of reset; more may come at any time.
  reg running = 1'b0;
  always @(posedge clk_i) running <= 1'b1;
  wire rst = reset_i | ~running;

  // The writer: it promises a place away when it knows of one, and writes some time later.
  reg [7:0] places = 8'd0;
  reg [7:0] promised = 8'd0;
  reg freed_q = 1'b0;
  wire promise = promise_i & ((places != 8'd0) | freed_q);
  wire write = write_i & (promised != 8'd0);

  wire valid;
  wire freed;
  wire [`HDLGEN_FV_BITS-1:0] word;

  `HDLGEN_FV_TOP dut (
    .clk_i(clk_i),
    .rst_i(rst),
    .write_i(write),
    .word_i(word_i),
    .take_i(take_i),
    .valid_o(valid),
    .freed_o(freed),
    .word_o(word)
  );

  // Words written and not taken yet, and those of them before the marked one.
  reg [7:0] count = 8'd0;
  reg marked = 1'b0;
  reg [7:0] ahead = 8'd0;
  reg [`HDLGEN_FV_BITS-1:0] marked_word = {`HDLGEN_FV_BITS{1'b0}};

  reg waiting = 1'b0;
  reg [`HDLGEN_FV_BITS-1:0] waiting_word = {`HDLGEN_FV_BITS{1'b0}};

  wire taken = valid & take_i;
  wire marks = write & mark_i & ~marked;

  always @(posedge clk_i) begin
    freed_q <= freed;
    places <= places + {7'd0, freed_q} - {7'd0, promise};
    promised <= promised + {7'd0, promise} - {7'd0, write};
    count <= count + {7'd0, write} - {7'd0, taken};
    if (marks) begin
      marked <= 1'b1;
      marked_word <= word_i;
    end else if (marked & taken & (ahead == 8'd0)) begin
      marked <= 1'b0;
    end
    ahead <= (marked ? ahead : count) - {7'd0, taken};
    waiting <= valid & ~take_i;
    waiting_word <= word;
    if (rst) begin
      freed_q <= 1'b0;
      places <= DEPTH;
      promised <= 8'd0;
      count <= 8'd0;
      marked <= 1'b0;
      waiting <= 1'b0;
    end
  end

  always @* begin
    if (running) begin
`ifdef HDLGEN_FV_COVER
      // The queue fills, and the marked word waits behind all others for its turn.
      assert (~((count == DEPTH) & marked & (ahead == DEPTH - 8'd1) & ~rst));
`else
      // As many come out as go in, and one that waits goes on waiting.
      assert (valid == (count != 8'd0));
      assert (count <= DEPTH);
      assert (freed == taken);
      assert (places + promised + count + {7'd0, freed_q} == DEPTH);
      assert (~waiting | (valid & (word == waiting_word)));
      // Any word comes out in its turn as it went in.
      assert (~marked | (ahead != 8'd0) | (word == marked_word));
`endif
    end
  end
endmodule
`default_nettype wire
