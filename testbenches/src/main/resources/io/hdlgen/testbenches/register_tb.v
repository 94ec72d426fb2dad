// Drives the design's registers as a processor does: writes features, starts, asks until the
// results are there, reads and compares them. This part is the same for every design; what differs
// is above.

module hdlgen_tb;
  reg clk = 1'b0;
  reg rst = 1'b1;
  always #5 clk = ~clk;

  localparam [31:0] ID = 32'h00000000;
  localparam [31:0] CONTROL = 32'h00000008;
  localparam [31:0] STATUS = 32'h0000000c;

  reg [31:0] address = 32'd0;
  reg [31:0] data = 32'd0;
  reg awvalid = 1'b0;
  reg wvalid = 1'b0;
  reg bready = 1'b0;
  reg arvalid = 1'b0;
  reg rready = 1'b0;
  reg [31:0] got = 32'd0;
  reg [31:0] vector = 32'd0;
  reg [31:0] word = 32'd0;
  reg [63:0] cycles = 64'd0;
  integer i;
  integer errors;

  wire awready;
  wire wready;
  wire [1:0] bresp;
  wire bvalid;
  wire arready;
  wire [31:0] rdata;
  wire [1:0] rresp;
  wire rvalid;
  wire irq;
  wire [`HDLGEN_TB_INPUT_BITS-1:0] beat;
  wire [`HDLGEN_TB_RESULT_BITS-1:0] expected;
  wire [31:0] place;

  hdlgen_tb_beats beats (.index(vector), .beat(beat));
  hdlgen_tb_results results (.index(vector), .result(expected));
  hdlgen_tb_addresses addresses (.index(word), .address(place));

  `HDLGEN_TB_TOP dut (
    .clk_i(clk),
    .rst_i(rst),
    .s_axi_awaddr(address[`HDLGEN_TB_ADDRESS_BITS-1:0]),
    .s_axi_awprot(3'd0),
    .s_axi_awvalid(awvalid),
    .s_axi_awready(awready),
    .s_axi_wdata(data),
    .s_axi_wstrb(4'b1111),
    .s_axi_wvalid(wvalid),
    .s_axi_wready(wready),
    .s_axi_bresp(bresp),
    .s_axi_bvalid(bvalid),
    .s_axi_bready(bready),
    .s_axi_araddr(address[`HDLGEN_TB_ADDRESS_BITS-1:0]),
    .s_axi_arprot(3'd0),
    .s_axi_arvalid(arvalid),
    .s_axi_arready(arready),
    .s_axi_rdata(rdata),
    .s_axi_rresp(rresp),
    .s_axi_rvalid(rvalid),
    .s_axi_rready(rready),
    .irq_o(irq)
  );

  always @(posedge clk) begin
    cycles = cycles + 64'd1;
    if (cycles > `HDLGEN_TB_CYCLES) begin
      $display("FAIL: no answer at vector %0d", vector);
      $finish(0);
    end
  end

  task fail;
    begin
      errors = errors + 1;
      if (errors > 10) begin
        $display("FAIL: %0d errors", errors);
        $finish(0);
      end
    end
  endtask

  // Inputs change at the falling edge, so that every rising edge sees them steady.
  task write;
    input [31:0] at;
    input [31:0] value;
    begin
      address = at;
      data = value;
      awvalid = 1'b1;
      wvalid = 1'b1;
      while (awvalid | wvalid) begin
        @(posedge clk);
        i = {30'd0, awready, wready};
        @(negedge clk);
        if (i[1]) awvalid = 1'b0;
        if (i[0]) wvalid = 1'b0;
      end
      bready = 1'b1;
      while (bvalid !== 1'b1) @(negedge clk);
      if (bresp !== 2'b00) begin
        $display("FAIL: a write to 0x%h is answered with %b", at, bresp);
        fail;
      end
      @(negedge clk);
      bready = 1'b0;
    end
  endtask

  task read;
    input [31:0] at;
    begin
      address = at;
      arvalid = 1'b1;
      while (arready !== 1'b1) @(negedge clk);
      @(negedge clk);
      arvalid = 1'b0;
      rready = 1'b1;
      while (rvalid !== 1'b1) @(negedge clk);
      got = rdata;
      if (rresp !== 2'b00) begin
        $display("FAIL: a read of 0x%h is answered with %b", at, rresp);
        fail;
      end
      @(negedge clk);
      rready = 1'b0;
    end
  endtask

  integer k;
  initial begin
    errors = 0;
    repeat (3) @(negedge clk);
    rst = 1'b0;
    read(ID);
    if (got !== 32'h48444c47) begin
      $display("FAIL: the register ID holds 0x%h", got);
      fail;
    end
    while (vector != `HDLGEN_TB_VECTORS) begin
      for (k = 0; k < `HDLGEN_TB_FEATURES; k = k + 1) begin
        write(`HDLGEN_TB_FIRST_FEATURE + 4 * k, beat[32 * k +: 32]);
      end
      write(CONTROL, 32'd3);
      got = 32'd0;
      while (!got[1]) read(STATUS);
      if (irq !== 1'b1) begin
        $display("FAIL: irq_o is low with the results of vector %0d", vector);
        fail;
      end
      write(STATUS, 32'd2);
      if (irq !== 1'b0) begin
        $display("FAIL: irq_o is high after vector %0d", vector);
        fail;
      end
      for (k = 0; k < `HDLGEN_TB_WORDS; k = k + 1) begin
        word = k;
        #1 read(place);
        if (got !== expected[32 * k +: 32]) begin
          $display("FAIL: vector %0d gives 0x%h at 0x%h, expected 0x%h", vector, got, place,
            expected[32 * k +: 32]);
          fail;
        end
      end
      @(negedge clk);
      vector = vector + 32'd1;
      @(negedge clk);
    end
    if (errors == 0) begin
      $display("PASS: %0d vectors", `HDLGEN_TB_VECTORS);
    end else begin
      $display("FAIL: %0d errors in %0d vectors", errors, `HDLGEN_TB_VECTORS);
    end
    $finish(0);
  end
endmodule
`default_nettype wire
