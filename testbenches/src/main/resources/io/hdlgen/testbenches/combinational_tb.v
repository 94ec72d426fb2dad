// Applies one vector after the other and compares every result. This part is the same for every
// design; what differs is above.

module hdlgen_tb;
  reg [31:0] index = 32'd0;
  reg [31:0] errors = 32'd0;
  wire [`HDLGEN_TB_INPUT_BITS-1:0] beat;
  wire [`HDLGEN_TB_RESULT_BITS-1:0] expected;
  wire [`HDLGEN_TB_RESULT_BITS-1:0] found;

  hdlgen_tb_beats beats (.index(index), .beat(beat));
  hdlgen_tb_results results (.index(index), .result(expected));
  hdlgen_tb_dut dut (.beat(beat), .result(found));

  initial begin
    while (index < `HDLGEN_TB_VECTORS) begin
      #10;
      if (found !== expected) begin
        errors = errors + 32'd1;
        $display("FAIL: vector %0d gives 0x%h, expected 0x%h", index, found, expected);
      end
      index = index + 32'd1;
    end
    if (errors == 32'd0) begin
      $display("PASS: %0d vectors", `HDLGEN_TB_VECTORS);
    end else begin
      $display("FAIL: %0d errors in %0d vectors", errors, `HDLGEN_TB_VECTORS);
    end
    $finish(0);
  end
endmodule
`default_nettype wire
