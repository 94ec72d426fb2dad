// Design ternary

`default_nettype none

module ternary (
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
  reg move_q;
  reg valid1_q;
  reg valid2_q;
  reg valid3_q;
  reg valid4_q;

  wire [1:0] l0_n0_out;
  wire [1:0] l0_n1_out;
  wire l0_n2_out;
  ternary_l0 u_ternary_l0 (
    .clk_i(clk_i),
    .en_i(move_q),
    .speed_i(s_axis_tdata[3:0]),
    .rpm_i(s_axis_tdata[7:4]),
    .gear_i(s_axis_tdata[12:11]),
    .l0_n0_o(l0_n0_out),
    .l0_n1_o(l0_n1_out),
    .l0_n2_o(l0_n2_out)
  );

  wire [2:0] l1_n0_out;
  wire [2:0] l1_n1_out;
  wire [2:0] l1_n2_out;
  ternary_l1 u_ternary_l1 (
    .clk_i(clk_i),
    .en_i(move_q),
    .l0_n0_i(l0_n0_out),
    .l0_n1_i(l0_n1_out),
    .l0_n2_i(l0_n2_out),
    .l1_n0_o(l1_n0_out),
    .l1_n1_o(l1_n1_out),
    .l1_n2_o(l1_n2_out)
  );

  wire [1:0] class_1;
  wire [2:0] score_0;
  wire [2:0] score_1;
  wire [3:0] score_2;
  ternary_decision u_ternary_decision (
    .clk_i(clk_i),
    .en_i(move_q),
    .l1_n0_i(l1_n0_out),
    .l1_n1_i(l1_n1_out),
    .l1_n2_i(l1_n2_out),
    .class_o(class_1),
    .score_0_o(score_0),
    .score_1_o(score_1),
    .score_2_o(score_2)
  );
  wire [15:0] result = {4'd0, score_2, score_1, score_0, class_1};
  wire arrives = valid4_q & move_q;
  reg out_valid_q;
  reg skid_valid_q;
  wire free = ~out_valid_q | m_axis_tready;
  wire some = skid_valid_q | arrives;
  wire keep = ~free & some;
  wire out_next = ~free | some;
  reg [15:0] skid_q;
  wire [15:0] oldest = skid_valid_q ? skid_q : result;
  reg [15:0] out_q;
  reg error_q;
  wire accepted = s_axis_tvalid & move_q;
  wire wrong = accepted & ~s_axis_tlast;
  wire error_next = error_q | wrong;
  assign s_axis_tready = move_q;
  assign m_axis_tdata = out_q;
  assign m_axis_tvalid = out_valid_q;
  assign m_axis_tlast = 1'd1;
  assign error_o = error_q;

  always @(posedge clk_i)
    if (rst_i) begin
      move_q <= 1'd0;
      out_valid_q <= 1'd0;
      skid_valid_q <= 1'd0;
      error_q <= 1'd0;
    end else begin
      move_q <= ~keep;
      out_valid_q <= out_next;
      skid_valid_q <= keep;
      error_q <= error_next;
    end

  always @(posedge clk_i)
    if (rst_i) begin
      valid1_q <= 1'd0;
      valid2_q <= 1'd0;
      valid3_q <= 1'd0;
      valid4_q <= 1'd0;
    end else if (move_q) begin
      valid1_q <= s_axis_tvalid;
      valid2_q <= valid1_q;
      valid3_q <= valid2_q;
      valid4_q <= valid3_q;
    end

  always @(posedge clk_i)
    if (move_q) begin
      skid_q <= result;
    end

  always @(posedge clk_i)
    if (free) begin
      out_q <= oldest;
    end

  // Bits that nothing reads
  wire unused_ok = &{1'b0, s_axis_tdata[10:8], s_axis_tdata[15:13]};

endmodule

`default_nettype wire
