// Cells of the Lattice ECP5 that Yosys maps our designs to: what they do, without delays.
// A way of use that is not modelled names a module that does not exist.

module LUT4 (input A, B, C, D, output Z);
  parameter [15:0] INIT = 0;
  assign Z = INIT[{D, C, B, A}];
endmodule

module INV (input A, output Z);
  assign Z = ~A;
endmodule

module PFUMX (input ALUT, BLUT, C0, output Z);
  assign Z = C0 ? ALUT : BLUT;
endmodule

module L6MUX21 (input D0, D1, SD, output Z);
  assign Z = SD ? D1 : D0;
endmodule

// Two bits of a carry chain: each a lookup table, the carry going in by exclusive or.
module CCU2C (input CIN, A0, B0, C0, D0, A1, B1, C1, D1, output S0, S1, COUT);
  parameter [15:0] INIT0 = 0;
  parameter [15:0] INIT1 = 0;
  parameter INJECT1_0 = "YES";
  parameter INJECT1_1 = "YES";
  wire sum_0 = INIT0[{D0, C0, B0, A0}];
  wire sum_1 = INIT1[{D1, C1, B1, A1}];
  wire carry_0 = sum_0 ? CIN : (INJECT1_0 == "YES") ? 1'b0 : INIT0[{2'b00, B0, A0}];
  assign S0 = sum_0 ^ ((INJECT1_0 == "YES") ? 1'b0 : CIN);
  assign S1 = sum_1 ^ ((INJECT1_1 == "YES") ? 1'b0 : carry_0);
  assign COUT = sum_1 ? carry_0 : (INJECT1_1 == "YES") ? 1'b0 : INIT1[{2'b00, B1, A1}];
endmodule

module TRELLIS_FF (input CLK, LSR, CE, DI, M, output reg Q);
  parameter GSR = "ENABLED";
  parameter CEMUX = "1";
  parameter CLKMUX = "CLK";
  parameter LSRMUX = "LSR";
  parameter SRMODE = "LSR_OVER_CE";
  parameter REGSET = "RESET";
  parameter LSRMODE = "LSR";
  generate
    if (CLKMUX == "INV" || SRMODE == "ASYNC" || LSRMODE == "PRLD")
      TRELLIS_FF_in_a_mode_without_model unsupported ();
  endgenerate
  wire enable = (CEMUX == "1") | ((CEMUX == "INV") ? ~CE : (CEMUX == "0") ? 1'b0 : CE);
  wire reset = (LSRMUX == "INV") ? ~LSR : LSR;
  always @(posedge CLK)
    if (reset)
      Q <= (REGSET == "SET") ? 1'b1 : 1'b0;
    else if (enable)
      Q <= DI;
endmodule

module TRELLIS_DPR16X4 (
  input [3:0] DI, WAD, input WRE, WCK, input [3:0] RAD, output [3:0] DO
);
  parameter WCKMUX = "WCK";
  parameter WREMUX = "WRE";
  parameter [63:0] INITVAL = 0;
  generate
    if (WCKMUX == "INV" || WREMUX != "WRE")
      TRELLIS_DPR16X4_in_a_mode_without_model unsupported ();
  endgenerate
  reg [3:0] memory [0:15];
  integer i;
  initial
    for (i = 0; i < 16; i = i + 1)
      memory[i] = INITVAL[4 * i +: 4];
  always @(posedge WCK)
    if (WRE)
      memory[WAD] <= DI;
  assign DO = memory[RAD];
endmodule

// 1,024 rows of 18 bits. A port of 36 bits (A writes, B reads) takes both data ports.
module DP16KD (
  input DIA17, DIA16, DIA15, DIA14, DIA13, DIA12, DIA11, DIA10, DIA9, DIA8, DIA7, DIA6, DIA5, DIA4,
  DIA3, DIA2, DIA1, DIA0,
  input ADA13, ADA12, ADA11, ADA10, ADA9, ADA8, ADA7, ADA6, ADA5, ADA4, ADA3, ADA2, ADA1, ADA0,
  input CEA, OCEA, CLKA, WEA, RSTA, CSA2, CSA1, CSA0,
  output DOA17, DOA16, DOA15, DOA14, DOA13, DOA12, DOA11, DOA10, DOA9, DOA8, DOA7, DOA6, DOA5,
  DOA4, DOA3, DOA2, DOA1, DOA0,
  input DIB17, DIB16, DIB15, DIB14, DIB13, DIB12, DIB11, DIB10, DIB9, DIB8, DIB7, DIB6, DIB5, DIB4,
  DIB3, DIB2, DIB1, DIB0,
  input ADB13, ADB12, ADB11, ADB10, ADB9, ADB8, ADB7, ADB6, ADB5, ADB4, ADB3, ADB2, ADB1, ADB0,
  input CEB, OCEB, CLKB, WEB, RSTB, CSB2, CSB1, CSB0,
  output DOB17, DOB16, DOB15, DOB14, DOB13, DOB12, DOB11, DOB10, DOB9, DOB8, DOB7, DOB6, DOB5,
  DOB4, DOB3, DOB2, DOB1, DOB0
);
  parameter DATA_WIDTH_A = 18;
  parameter DATA_WIDTH_B = 18;
  parameter REGMODE_A = "NOREG";
  parameter REGMODE_B = "NOREG";
  parameter RESETMODE = "SYNC";
  parameter ASYNC_RESET_RELEASE = "SYNC";
  parameter CSDECODE_A = "0b000";
  parameter CSDECODE_B = "0b000";
  parameter WRITEMODE_A = "NORMAL";
  parameter WRITEMODE_B = "NORMAL";
  parameter CLKAMUX = "CLKA";
  parameter CLKBMUX = "CLKB";
  parameter GSR = "ENABLED";
  parameter [319:0] INITVAL_00 = 0;
  parameter [319:0] INITVAL_01 = 0;
  parameter [319:0] INITVAL_02 = 0;
  parameter [319:0] INITVAL_03 = 0;
  parameter [319:0] INITVAL_04 = 0;
  parameter [319:0] INITVAL_05 = 0;
  parameter [319:0] INITVAL_06 = 0;
  parameter [319:0] INITVAL_07 = 0;
  parameter [319:0] INITVAL_08 = 0;
  parameter [319:0] INITVAL_09 = 0;
  parameter [319:0] INITVAL_0A = 0;
  parameter [319:0] INITVAL_0B = 0;
  parameter [319:0] INITVAL_0C = 0;
  parameter [319:0] INITVAL_0D = 0;
  parameter [319:0] INITVAL_0E = 0;
  parameter [319:0] INITVAL_0F = 0;
  parameter [319:0] INITVAL_10 = 0;
  parameter [319:0] INITVAL_11 = 0;
  parameter [319:0] INITVAL_12 = 0;
  parameter [319:0] INITVAL_13 = 0;
  parameter [319:0] INITVAL_14 = 0;
  parameter [319:0] INITVAL_15 = 0;
  parameter [319:0] INITVAL_16 = 0;
  parameter [319:0] INITVAL_17 = 0;
  parameter [319:0] INITVAL_18 = 0;
  parameter [319:0] INITVAL_19 = 0;
  parameter [319:0] INITVAL_1A = 0;
  parameter [319:0] INITVAL_1B = 0;
  parameter [319:0] INITVAL_1C = 0;
  parameter [319:0] INITVAL_1D = 0;
  parameter [319:0] INITVAL_1E = 0;
  parameter [319:0] INITVAL_1F = 0;
  parameter [319:0] INITVAL_20 = 0;
  parameter [319:0] INITVAL_21 = 0;
  parameter [319:0] INITVAL_22 = 0;
  parameter [319:0] INITVAL_23 = 0;
  parameter [319:0] INITVAL_24 = 0;
  parameter [319:0] INITVAL_25 = 0;
  parameter [319:0] INITVAL_26 = 0;
  parameter [319:0] INITVAL_27 = 0;
  parameter [319:0] INITVAL_28 = 0;
  parameter [319:0] INITVAL_29 = 0;
  parameter [319:0] INITVAL_2A = 0;
  parameter [319:0] INITVAL_2B = 0;
  parameter [319:0] INITVAL_2C = 0;
  parameter [319:0] INITVAL_2D = 0;
  parameter [319:0] INITVAL_2E = 0;
  parameter [319:0] INITVAL_2F = 0;
  parameter [319:0] INITVAL_30 = 0;
  parameter [319:0] INITVAL_31 = 0;
  parameter [319:0] INITVAL_32 = 0;
  parameter [319:0] INITVAL_33 = 0;
  parameter [319:0] INITVAL_34 = 0;
  parameter [319:0] INITVAL_35 = 0;
  parameter [319:0] INITVAL_36 = 0;
  parameter [319:0] INITVAL_37 = 0;
  parameter [319:0] INITVAL_38 = 0;
  parameter [319:0] INITVAL_39 = 0;
  parameter [319:0] INITVAL_3A = 0;
  parameter [319:0] INITVAL_3B = 0;
  parameter [319:0] INITVAL_3C = 0;
  parameter [319:0] INITVAL_3D = 0;
  parameter [319:0] INITVAL_3E = 0;
  parameter [319:0] INITVAL_3F = 0;
  localparam [8:0] UNIT_A =
    DATA_WIDTH_A == 1 ? 1 : DATA_WIDTH_A == 2 ? 3 : DATA_WIDTH_A == 4 ? 15 : 511;
  localparam [8:0] UNIT_B =
    DATA_WIDTH_B == 1 ? 1 : DATA_WIDTH_B == 2 ? 3 : DATA_WIDTH_B == 4 ? 15 : 511;

  generate
    if (REGMODE_A != "NOREG" || REGMODE_B != "NOREG" || CLKAMUX == "INV"
        || CLKBMUX == "INV" || CSDECODE_A != "0b000" || CSDECODE_B != "0b000"
        || (WRITEMODE_A != "NORMAL" && WRITEMODE_A != "READBEFOREWRITE")
        || (WRITEMODE_B != "NORMAL" && WRITEMODE_B != "READBEFOREWRITE"))
      DP16KD_in_a_mode_without_model unsupported ();
  endgenerate

  // Asynchronous resets, which Yosys asks for and ties to 0, have no model: one that is used stops
  // the simulation, and the proof takes none.
`ifdef VERILATOR
  always @(RSTA or RSTB)
    if (RESETMODE != "SYNC" && (RSTA | RSTB)) $stop;
`else
  generate
    if (RESETMODE != "SYNC") DP16KD_in_a_mode_without_model unsupported_reset ();
  endgenerate
`endif

  reg [17:0] memory [0:1023];
  reg [17:0] wide;
  integer i;
  initial
    for (i = 0; i < 16; i = i + 1) begin
      memory[0 + i] = INITVAL_00[20 * i +: 18];
      memory[16 + i] = INITVAL_01[20 * i +: 18];
      memory[32 + i] = INITVAL_02[20 * i +: 18];
      memory[48 + i] = INITVAL_03[20 * i +: 18];
      memory[64 + i] = INITVAL_04[20 * i +: 18];
      memory[80 + i] = INITVAL_05[20 * i +: 18];
      memory[96 + i] = INITVAL_06[20 * i +: 18];
      memory[112 + i] = INITVAL_07[20 * i +: 18];
      memory[128 + i] = INITVAL_08[20 * i +: 18];
      memory[144 + i] = INITVAL_09[20 * i +: 18];
      memory[160 + i] = INITVAL_0A[20 * i +: 18];
      memory[176 + i] = INITVAL_0B[20 * i +: 18];
      memory[192 + i] = INITVAL_0C[20 * i +: 18];
      memory[208 + i] = INITVAL_0D[20 * i +: 18];
      memory[224 + i] = INITVAL_0E[20 * i +: 18];
      memory[240 + i] = INITVAL_0F[20 * i +: 18];
      memory[256 + i] = INITVAL_10[20 * i +: 18];
      memory[272 + i] = INITVAL_11[20 * i +: 18];
      memory[288 + i] = INITVAL_12[20 * i +: 18];
      memory[304 + i] = INITVAL_13[20 * i +: 18];
      memory[320 + i] = INITVAL_14[20 * i +: 18];
      memory[336 + i] = INITVAL_15[20 * i +: 18];
      memory[352 + i] = INITVAL_16[20 * i +: 18];
      memory[368 + i] = INITVAL_17[20 * i +: 18];
      memory[384 + i] = INITVAL_18[20 * i +: 18];
      memory[400 + i] = INITVAL_19[20 * i +: 18];
      memory[416 + i] = INITVAL_1A[20 * i +: 18];
      memory[432 + i] = INITVAL_1B[20 * i +: 18];
      memory[448 + i] = INITVAL_1C[20 * i +: 18];
      memory[464 + i] = INITVAL_1D[20 * i +: 18];
      memory[480 + i] = INITVAL_1E[20 * i +: 18];
      memory[496 + i] = INITVAL_1F[20 * i +: 18];
      memory[512 + i] = INITVAL_20[20 * i +: 18];
      memory[528 + i] = INITVAL_21[20 * i +: 18];
      memory[544 + i] = INITVAL_22[20 * i +: 18];
      memory[560 + i] = INITVAL_23[20 * i +: 18];
      memory[576 + i] = INITVAL_24[20 * i +: 18];
      memory[592 + i] = INITVAL_25[20 * i +: 18];
      memory[608 + i] = INITVAL_26[20 * i +: 18];
      memory[624 + i] = INITVAL_27[20 * i +: 18];
      memory[640 + i] = INITVAL_28[20 * i +: 18];
      memory[656 + i] = INITVAL_29[20 * i +: 18];
      memory[672 + i] = INITVAL_2A[20 * i +: 18];
      memory[688 + i] = INITVAL_2B[20 * i +: 18];
      memory[704 + i] = INITVAL_2C[20 * i +: 18];
      memory[720 + i] = INITVAL_2D[20 * i +: 18];
      memory[736 + i] = INITVAL_2E[20 * i +: 18];
      memory[752 + i] = INITVAL_2F[20 * i +: 18];
      memory[768 + i] = INITVAL_30[20 * i +: 18];
      memory[784 + i] = INITVAL_31[20 * i +: 18];
      memory[800 + i] = INITVAL_32[20 * i +: 18];
      memory[816 + i] = INITVAL_33[20 * i +: 18];
      memory[832 + i] = INITVAL_34[20 * i +: 18];
      memory[848 + i] = INITVAL_35[20 * i +: 18];
      memory[864 + i] = INITVAL_36[20 * i +: 18];
      memory[880 + i] = INITVAL_37[20 * i +: 18];
      memory[896 + i] = INITVAL_38[20 * i +: 18];
      memory[912 + i] = INITVAL_39[20 * i +: 18];
      memory[928 + i] = INITVAL_3A[20 * i +: 18];
      memory[944 + i] = INITVAL_3B[20 * i +: 18];
      memory[960 + i] = INITVAL_3C[20 * i +: 18];
      memory[976 + i] = INITVAL_3D[20 * i +: 18];
      memory[992 + i] = INITVAL_3E[20 * i +: 18];
      memory[1008 + i] = INITVAL_3F[20 * i +: 18];
    end

  wire [13:0] address_A = {ADA13, ADA12, ADA11, ADA10, ADA9, ADA8, ADA7, ADA6, ADA5, ADA4, ADA3, ADA2, ADA1, ADA0};
  wire [17:0] data_A = {DIA17, DIA16, DIA15, DIA14, DIA13, DIA12, DIA11, DIA10, DIA9, DIA8, DIA7, DIA6, DIA5, DIA4, DIA3, DIA2, DIA1, DIA0};
  reg [17:0] out_A;
  assign {DOA17, DOA16, DOA15, DOA14, DOA13, DOA12, DOA11, DOA10, DOA9, DOA8, DOA7, DOA6, DOA5, DOA4, DOA3, DOA2, DOA1, DOA0} =
    DATA_WIDTH_B == 36 ? wide : out_A;
  // Which bits of a row a write changes, and to what.
  wire [3:0] shift_A =
    DATA_WIDTH_A == 4 ? {1'b0, address_A[2], 2'b0} : DATA_WIDTH_A == 2 ? {1'b0, address_A[2:1], 1'b0}
    : DATA_WIDTH_A == 1 ? {1'b0, address_A[2:0]} : 4'd0;
  wire [17:0] column_A =
    DATA_WIDTH_A >= 18 ? {{9{address_A[1]}}, {9{address_A[0]}}}
    : address_A[3] ? {UNIT_A << shift_A, 9'd0} : {9'd0, UNIT_A << shift_A};
  wire [8:0] small_A = data_A[8:0] << shift_A;
  wire [17:0] spread_A = DATA_WIDTH_A >= 18 ? data_A : {small_A, small_A};
  wire [17:0] row_A = memory[address_A[13:4]];
  wire [8:0] half_A = (address_A[3] ? row_A[17:9] : row_A[8:0]) >> shift_A;

  wire [13:0] address_B = {ADB13, ADB12, ADB11, ADB10, ADB9, ADB8, ADB7, ADB6, ADB5, ADB4, ADB3, ADB2, ADB1, ADB0};
  wire [17:0] data_B = {DIB17, DIB16, DIB15, DIB14, DIB13, DIB12, DIB11, DIB10, DIB9, DIB8, DIB7, DIB6, DIB5, DIB4, DIB3, DIB2, DIB1, DIB0};
  reg [17:0] out_B;
  assign {DOB17, DOB16, DOB15, DOB14, DOB13, DOB12, DOB11, DOB10, DOB9, DOB8, DOB7, DOB6, DOB5, DOB4, DOB3, DOB2, DOB1, DOB0} =
    out_B;
  // Which bits of a row a write changes, and to what.
  wire [3:0] shift_B =
    DATA_WIDTH_B == 4 ? {1'b0, address_B[2], 2'b0} : DATA_WIDTH_B == 2 ? {1'b0, address_B[2:1], 1'b0}
    : DATA_WIDTH_B == 1 ? {1'b0, address_B[2:0]} : 4'd0;
  wire [17:0] column_B =
    DATA_WIDTH_B >= 18 ? {{9{address_B[1]}}, {9{address_B[0]}}}
    : address_B[3] ? {UNIT_B << shift_B, 9'd0} : {9'd0, UNIT_B << shift_B};
  wire [8:0] small_B = data_B[8:0] << shift_B;
  wire [17:0] spread_B = DATA_WIDTH_B >= 18 ? data_B : {small_B, small_B};
  wire [17:0] row_B = memory[address_B[13:4]];
  wire [8:0] half_B = (address_B[3] ? row_B[17:9] : row_B[8:0]) >> shift_B;

  always @(posedge CLKA)
    if (CEA & WEA)
      if (DATA_WIDTH_A == 36) begin
        memory[{address_A[13:5], 1'b0}] <=
          (memory[{address_A[13:5], 1'b0}] & ~column_A) | (data_A & column_A);
        memory[{address_A[13:5], 1'b1}] <=
          (memory[{address_A[13:5], 1'b1}] & ~column_upper) | (data_B & column_upper);
      end else
        memory[address_A[13:4]] <= (row_A & ~column_A) | (spread_A & column_A);
  wire [17:0] column_upper = {{9{address_A[3]}}, {9{address_A[2]}}};

  always @(posedge CLKA)
    if (RSTA)
      out_A <= 18'd0;
    else if (CEA & (~WEA | (WRITEMODE_A == "READBEFOREWRITE")))
      out_A <= DATA_WIDTH_A >= 18 ? row_A : {9'd0, half_A & UNIT_A};

  always @(posedge CLKB)
    if (CEB & WEB & (DATA_WIDTH_A != 36))
      memory[address_B[13:4]] <= (row_B & ~column_B) | (spread_B & column_B);

  always @(posedge CLKB)
    if (RSTB) begin
      out_B <= 18'd0;
      wide <= 18'd0;
    end else if (CEB & (~WEB | (WRITEMODE_B == "READBEFOREWRITE"))) begin
      wide <= memory[{address_B[13:5], 1'b0}];
      out_B <=
        DATA_WIDTH_B == 36 ? memory[{address_B[13:5], 1'b1}]
        : DATA_WIDTH_B == 18 ? row_B : {9'd0, half_B & UNIT_B};
    end
endmodule

// As a multiplier without registers only: P = A * B.
module MULT18X18D (
  input A17, A16, A15, A14, A13, A12, A11, A10, A9, A8, A7, A6, A5, A4, A3, A2, A1, A0, B17, B16,
  B15, B14, B13, B12, B11, B10, B9, B8, B7, B6, B5, B4, B3, B2, B1, B0, C17, C16, C15, C14, C13,
  C12, C11, C10, C9, C8, C7, C6, C5, C4, C3, C2, C1, C0,
  input SIGNEDA, SIGNEDB, SOURCEA, SOURCEB, CLK0, CLK1, CLK2, CLK3, CE0, CE1, CE2, CE3, RST0, RST1,
  RST2, RST3,
  output P35, P34, P33, P32, P31, P30, P29, P28, P27, P26, P25, P24, P23, P22, P21, P20, P19, P18,
  P17, P16, P15, P14, P13, P12, P11, P10, P9, P8, P7, P6, P5, P4, P3, P2, P1, P0
);
  parameter REG_INPUTA_CLK = "NONE";
  parameter REG_INPUTB_CLK = "NONE";
  parameter REG_PIPELINE_CLK = "NONE";
  parameter REG_OUTPUT_CLK = "NONE";
  generate
    if (REG_INPUTA_CLK != "NONE" || REG_INPUTB_CLK != "NONE" || REG_PIPELINE_CLK != "NONE"
        || REG_OUTPUT_CLK != "NONE")
      MULT18X18D_in_a_mode_without_model unsupported ();
  endgenerate
  wire [17:0] left = {A17, A16, A15, A14, A13, A12, A11, A10, A9, A8, A7, A6, A5, A4, A3, A2, A1, A0};
  wire [17:0] right = {B17, B16, B15, B14, B13, B12, B11, B10, B9, B8, B7, B6, B5, B4, B3, B2, B1, B0};
  wire [35:0] product = {{18{SIGNEDA & left[17]}}, left} * {{18{SIGNEDB & right[17]}}, right};
  assign {P35, P34, P33, P32, P31, P30, P29, P28, P27, P26, P25, P24, P23, P22, P21, P20, P19, P18, P17, P16, P15, P14, P13, P12, P11, P10, P9, P8, P7, P6, P5, P4, P3, P2, P1, P0} = product;
endmodule
