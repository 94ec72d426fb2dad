// Drives the design between two AXI4-Streams with pauses at random on both sides, some of the
// receiver's long enough to fill the design, and compares every result. This part is the same for every design; what differs is above.

module hdlgen_tb;
  reg clk = 1'b0;
  reg rst = 1'b1;
  always #5 clk = ~clk;

  // A linear feedback shift register decides who pauses.
  reg [31:0] lfsr = `HDLGEN_TB_SEED;

  // Beats so far, the place of the next one in its inference, and results.
  reg [31:0] offered = 32'd0;
  reg [31:0] place = 32'd0;
  reg offering = 1'b0;
  reg [31:0] taken = 32'd0;
  reg willing = 1'b0;
  reg [63:0] pause = 64'd0;
  reg [63:0] cycles = 64'd0;
  reg [31:0] errors = 32'd0;
  reg waiting = 1'b0;
  reg [`HDLGEN_TB_RESULT_BITS-1:0] held = {`HDLGEN_TB_RESULT_BITS{1'b0}};

  wire [`HDLGEN_TB_INPUT_BITS-1:0] beat;
  wire [`HDLGEN_TB_RESULT_BITS-1:0] expected;
  wire [`HDLGEN_TB_RESULT_BITS-1:0] found;
  wire last_place = place == `HDLGEN_TB_BEATS - 32'd1;
  wire accepting;
  wire valid;
  wire last;
  wire error;

  hdlgen_tb_beats beats (.index(offered), .beat(beat));
  hdlgen_tb_results results (.index(taken), .result(expected));

  `HDLGEN_TB_TOP dut (
    .clk_i(clk),
    .rst_i(rst),
`ifdef HDLGEN_TB_LOADABLE
    // The network at the start: nothing is loaded, and answers lead nowhere.
    .s_axi_awaddr(6'd0),
    .s_axi_awprot(3'd0),
    .s_axi_awvalid(1'b0),
    .s_axi_wdata(32'd0),
    .s_axi_wstrb(4'd0),
    .s_axi_wvalid(1'b0),
    .s_axi_bready(1'b1),
    .s_axi_araddr(6'd0),
    .s_axi_arprot(3'd0),
    .s_axi_arvalid(1'b0),
    .s_axi_rready(1'b1),
    .s_axi_awready(),
    .s_axi_wready(),
    .s_axi_bresp(),
    .s_axi_bvalid(),
    .s_axi_arready(),
    .s_axi_rdata(),
    .s_axi_rresp(),
    .s_axi_rvalid(),
`endif
    .s_axis_tdata(beat),
    .s_axis_tvalid(offering),
    .s_axis_tready(accepting),
    .s_axis_tlast(last_place),
    .m_axis_tdata(found),
    .m_axis_tvalid(valid),
    .m_axis_tready(willing),
    .m_axis_tlast(last),
    .error_o(error)
  );

  wire accepted = offering & accepting;
  wire [31:0] next_offer = offered + {31'd0, accepted};

  always @(posedge clk) begin
    lfsr <= {lfsr[30:0], lfsr[31] ^ lfsr[21] ^ lfsr[1] ^ lfsr[0]};
    cycles <= cycles + 64'd1;
    rst <= cycles < 64'd3;
    if (!rst) begin
      if (!offering | accepting) begin
        offered <= next_offer;
        if (accepted) begin
          place <= last_place ? 32'd0 : place + 32'd1;
        end
        offering <= (next_offer < `HDLGEN_TB_VECTORS * `HDLGEN_TB_BEATS) & (lfsr[3] | lfsr[11]);
      end
      willing <= (pause == 64'd0) & (lfsr[5] | lfsr[17]);
      if (pause != 64'd0) begin
        pause <= pause - 64'd1;
      end else if (valid & willing & (lfsr[9:7] == 3'd0)) begin
        pause <= `HDLGEN_TB_PAUSE;
      end

      if (valid !== 1'b0 && valid !== 1'b1) begin
        errors <= errors + 32'd1;
        $display("FAIL: m_axis_tvalid is unknown");
      end
      if (error !== 1'b0) begin
        errors <= errors + 32'd1;
        $display("FAIL: error_o is high");
      end
      if (waiting && (valid !== 1'b1 || found !== held)) begin
        errors <= errors + 32'd1;
        $display("FAIL: the result of vector %0d did not wait", taken);
      end
      waiting <= valid & !willing;
      held <= found;
      if (valid & willing) begin
        taken <= taken + 32'd1;
        if (found !== expected || last !== 1'b1) begin
          errors <= errors + 32'd1;
          $display("FAIL: vector %0d gives 0x%h, expected 0x%h", taken, found, expected);
        end
      end

      if (errors > 32'd10 || cycles > `HDLGEN_TB_CYCLES) begin
        $display("FAIL: %0d results of %0d, %0d errors", taken, `HDLGEN_TB_VECTORS, errors);
        $finish(0);
      end else if (taken == `HDLGEN_TB_VECTORS) begin
        if (errors == 32'd0) begin
          $display("PASS: %0d vectors", `HDLGEN_TB_VECTORS);
        end else begin
          $display("FAIL: %0d errors in %0d vectors", errors, `HDLGEN_TB_VECTORS);
        end
        $finish(0);
      end
    end
  end
endmodule
`default_nettype wire
