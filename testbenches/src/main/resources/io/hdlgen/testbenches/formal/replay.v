// What must hold of the input queue of a layer and its schedule of slots, for every writer that
// keeps to its credits, every word, and every choice of when slots are issued. This part is the
// same for every shape; what differs is above.

module hdlgen_fv (
    input  wire clk_i,
    input  wire reset_i,
    input  wire promise_i,
    input  wire write_i,
    input  wire [`HDLGEN_FV_READS*`HDLGEN_FV_BITS-1:0] word_i,
    input  wire go_i,
    input  wire mark_i
);
  // Words of the queue, groups of neurons, groups of inputs, groups in a word.
  localparam [7:0] DEPTH = `HDLGEN_FV_DEPTH;
  localparam [7:0] NF = `HDLGEN_FV_NF;
  localparam [7:0] SF = `HDLGEN_FV_SF;
  localparam [7:0] READS = `HDLGEN_FV_READS;
  localparam WORD_BITS = `HDLGEN_FV_READS * `HDLGEN_FV_BITS;

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

  wire available;
  wire freed;
  wire [`HDLGEN_FV_BITS-1:0] group;

  `HDLGEN_FV_TOP dut (
    .clk_i(clk_i),
    .rst_i(rst),
    .write_i(write),
    .word_i(word_i),
    .go_i(go_i),
    .available_o(available),
    .freed_o(freed),
    .group_o(group)
  );

  // The slot that is due.
  reg [7:0] nf = 8'd0;
  reg [7:0] sf = 8'd0;
  reg [7:0] read = 8'd0;
  reg [7:0] place = 8'd0;

  // Words in the queue, and those of them that no slot has read to the end yet.
  reg [7:0] held = 8'd0;
  reg [7:0] unread = 8'd0;

  // A word that is followed, and how many words of the queue were written before it.
  reg marked = 1'b0;
  reg [7:0] ahead = 8'd0;
  reg [WORD_BITS-1:0] marked_word = {WORD_BITS{1'b0}};

  // The slot before showed a group of the marked word.
  reg shows = 1'b0;
  reg [7:0] shown_read = 8'd0;
  reg [WORD_BITS-1:0] shown_word = {WORD_BITS{1'b0}};

  wire issue = available & go_i;
  wire last_slot = sf == SF - 8'd1;
  wire last_fold = nf == NF - 8'd1;
  wire word_end = last_slot | (read == READS - 8'd1);
  wire frees = issue & last_fold & word_end;
  wire done = issue & last_fold & last_slot;
  wire marks = write & mark_i & ~marked;
  // The last group of neurons has freed the words that it has read; the others have freed none.
  wire hit = marked & (ahead == (last_fold ? 8'd0 : place));
  wire [WORD_BITS-1:0] shown_rest = shown_word >> (shown_read * `HDLGEN_FV_BITS);

  always @(posedge clk_i) begin
    freed_q <= freed;
    places <= places + {7'd0, freed_q} - {7'd0, promise};
    promised <= promised + {7'd0, promise} - {7'd0, write};
    held <= held + {7'd0, write} - {7'd0, frees};
    unread <= unread + {7'd0, write} - {7'd0, issue & word_end & (nf == 8'd0)};
    if (issue) begin
      read <= word_end ? 8'd0 : read + 8'd1;
      place <= last_slot ? 8'd0 : place + {7'd0, word_end};
      sf <= last_slot ? 8'd0 : sf + 8'd1;
      if (last_slot) begin
        nf <= last_fold ? 8'd0 : nf + 8'd1;
      end
    end
    if (marks) begin
      marked <= 1'b1;
      marked_word <= word_i;
    end else if (hit & frees) begin
      marked <= 1'b0;
    end
    ahead <= (marked ? ahead : held) - {7'd0, frees};
    shows <= issue & hit;
    shown_read <= read;
    shown_word <= marked_word;
    if (rst) begin
      freed_q <= 1'b0;
      places <= DEPTH;
      promised <= 8'd0;
      held <= 8'd0;
      unread <= 8'd0;
      nf <= 8'd0;
      sf <= 8'd0;
      read <= 8'd0;
      place <= 8'd0;
      marked <= 1'b0;
      shows <= 1'b0;
    end
  end

  always @* begin
    if (running) begin
`ifdef HDLGEN_FV_COVER
      // The queue is full, and the last slot shows the marked word for the last time.
      assert (~((held == DEPTH) & hit & done & ~rst));
`else
      // No slot before its word, and none later than it could be.
      assert (available == ((nf != 8'd0) | (unread != 8'd0)));
      // Each word is freed once, by the last slot that reads it.
      assert (freed == frees);
      assert (held <= DEPTH);
      assert (unread <= held);
      assert (places + promised + held + {7'd0, freed_q} == DEPTH);
      // Any word is shown as it was written, group by group, in its turn, to all groups of neurons.
      assert (~shows | (group == shown_rest[`HDLGEN_FV_BITS-1:0]));
`endif
    end
  end
endmodule
`default_nettype wire
