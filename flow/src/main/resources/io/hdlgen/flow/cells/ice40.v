// Cells of the Lattice iCE40 that Yosys maps our designs to: what they do, without delays.
// A way of use that is not modelled names a module that does not exist.

module SB_LUT4 (output O, input I0, I1, I2, I3);
  parameter [15:0] LUT_INIT = 0;
  assign O = LUT_INIT[{I3, I2, I1, I0}];
endmodule

module SB_CARRY (output CO, input I0, I1, CI);
  assign CO = (I0 & I1) | ((I0 | I1) & CI);
endmodule

module SB_GB (input USER_SIGNAL_TO_GLOBAL_BUFFER, output GLOBAL_BUFFER_OUTPUT);
  assign GLOBAL_BUFFER_OUTPUT = USER_SIGNAL_TO_GLOBAL_BUFFER;
endmodule

module SB_DFF (output reg Q, input C, D);
  always @(posedge C)
    Q <= D;
endmodule

module SB_DFFSR (output reg Q, input C, D, R);
  always @(posedge C)
    if (R) Q <= 1'b0;
    else Q <= D;
endmodule

module SB_DFFSS (output reg Q, input C, D, S);
  always @(posedge C)
    if (S) Q <= 1'b1;
    else Q <= D;
endmodule

module SB_DFFE (output reg Q, input C, D, E);
  always @(posedge C)
    if (E) begin
      Q <= D;
    end
endmodule

module SB_DFFESR (output reg Q, input C, D, E, R);
  always @(posedge C)
    if (E) begin
      if (R) Q <= 1'b0;
      else Q <= D;
    end
endmodule

module SB_DFFESS (output reg Q, input C, D, E, S);
  always @(posedge C)
    if (E) begin
      if (S) Q <= 1'b1;
      else Q <= D;
    end
endmodule

// 4,096 bits: 256 words of 16, 512 of 8 (mode 1), 1,024 of 4 (mode 2) or 2,048 of 2 (mode 3).
module SB_RAM40_4K (
  output [15:0] RDATA,
  input RCLK, RCLKE, RE,
  input [10:0] RADDR,
  input WCLK, WCLKE, WE,
  input [10:0] WADDR,
  input [15:0] MASK, WDATA
);
  parameter WRITE_MODE = 0;
  parameter READ_MODE = 0;
  parameter [255:0] INIT_0 = 0;
  parameter [255:0] INIT_1 = 0;
  parameter [255:0] INIT_2 = 0;
  parameter [255:0] INIT_3 = 0;
  parameter [255:0] INIT_4 = 0;
  parameter [255:0] INIT_5 = 0;
  parameter [255:0] INIT_6 = 0;
  parameter [255:0] INIT_7 = 0;
  parameter [255:0] INIT_8 = 0;
  parameter [255:0] INIT_9 = 0;
  parameter [255:0] INIT_A = 0;
  parameter [255:0] INIT_B = 0;
  parameter [255:0] INIT_C = 0;
  parameter [255:0] INIT_D = 0;
  parameter [255:0] INIT_E = 0;
  parameter [255:0] INIT_F = 0;
  localparam WRITE_PLACE = WRITE_MODE == 3 ? 3 : WRITE_MODE == 2 ? 1 : 0;
  localparam READ_PLACE = READ_MODE == 3 ? 3 : READ_MODE == 2 ? 1 : 0;
  localparam WRITE_PICK = (1 << WRITE_MODE) - 1;
  localparam READ_PICK = (1 << READ_MODE) - 1;

  reg [15:0] memory [0:255];
  reg [15:0] word;
  reg [2:0] pick;
  wire [15:0] write;
  wire [15:0] data;
  integer i;

  initial
    for (i = 0; i < 16; i = i + 1) begin
      memory[0 + i] = INIT_0[16 * i +: 16];
      memory[16 + i] = INIT_1[16 * i +: 16];
      memory[32 + i] = INIT_2[16 * i +: 16];
      memory[48 + i] = INIT_3[16 * i +: 16];
      memory[64 + i] = INIT_4[16 * i +: 16];
      memory[80 + i] = INIT_5[16 * i +: 16];
      memory[96 + i] = INIT_6[16 * i +: 16];
      memory[112 + i] = INIT_7[16 * i +: 16];
      memory[128 + i] = INIT_8[16 * i +: 16];
      memory[144 + i] = INIT_9[16 * i +: 16];
      memory[160 + i] = INIT_A[16 * i +: 16];
      memory[176 + i] = INIT_B[16 * i +: 16];
      memory[192 + i] = INIT_C[16 * i +: 16];
      memory[208 + i] = INIT_D[16 * i +: 16];
      memory[224 + i] = INIT_E[16 * i +: 16];
      memory[240 + i] = INIT_F[16 * i +: 16];
    end

  genvar bit_number;
  generate
    for (bit_number = 0; bit_number < 16; bit_number = bit_number + 1) begin : bits
      assign write[bit_number] =
        WRITE_MODE == 0
          ? ~MASK[bit_number]
          : (bit_number & WRITE_PICK) == ({29'b0, WADDR[10:8]} & WRITE_PICK);
      assign data[bit_number] = WDATA[(bit_number & ~WRITE_PICK) + WRITE_PLACE];
      if ((bit_number & READ_PICK) == READ_PLACE)
        assign RDATA[bit_number] = word[(bit_number & ~READ_PICK) + (pick & READ_PICK)];
      else
        assign RDATA[bit_number] = 1'b0;
    end
  endgenerate

  always @(posedge WCLK)
    if (WE & WCLKE)
      memory[WADDR[7:0]] <= (memory[WADDR[7:0]] & ~write) | (data & write);

  always @(posedge RCLK)
    if (RE & RCLKE) begin
      word <= memory[RADDR[7:0]];
      pick <= RADDR[10:8];
    end
endmodule

// As a multiplier only: O = A * B.
module SB_MAC16 (
  input CLK, CE,
  input [15:0] C, A, B, D,
  input AHOLD, BHOLD, CHOLD, DHOLD, IRSTTOP, IRSTBOT, ORSTTOP, ORSTBOT, OLOADTOP, OLOADBOT,
  input ADDSUBTOP, ADDSUBBOT, OHOLDTOP, OHOLDBOT, CI, ACCUMCI, SIGNEXTIN,
  output [31:0] O,
  output CO, ACCUMCO, SIGNEXTOUT
);
  parameter [0:0] NEG_TRIGGER = 0;
  parameter [0:0] C_REG = 0;
  parameter [0:0] A_REG = 0;
  parameter [0:0] B_REG = 0;
  parameter [0:0] D_REG = 0;
  parameter [0:0] TOP_8x8_MULT_REG = 0;
  parameter [0:0] BOT_8x8_MULT_REG = 0;
  parameter [0:0] PIPELINE_16x16_MULT_REG1 = 0;
  parameter [0:0] PIPELINE_16x16_MULT_REG2 = 0;
  parameter [0:0] TOPADDSUB_UPPERINPUT = 0;
  parameter [0:0] BOTADDSUB_UPPERINPUT = 0;
  parameter [0:0] MODE_8x8 = 0;
  parameter [0:0] A_SIGNED = 0;
  parameter [0:0] B_SIGNED = 0;
  parameter [1:0] TOPOUTPUT_SELECT = 0;
  parameter [1:0] TOPADDSUB_LOWERINPUT = 0;
  parameter [1:0] TOPADDSUB_CARRYSELECT = 0;
  parameter [1:0] BOTOUTPUT_SELECT = 0;
  parameter [1:0] BOTADDSUB_LOWERINPUT = 0;
  parameter [1:0] BOTADDSUB_CARRYSELECT = 0;

  generate
    if (A_REG | B_REG | MODE_8x8 | TOP_8x8_MULT_REG | BOT_8x8_MULT_REG | PIPELINE_16x16_MULT_REG1
        | PIPELINE_16x16_MULT_REG2 | (TOPOUTPUT_SELECT != 3) | (BOTOUTPUT_SELECT != 3))
      SB_MAC16_in_a_mode_without_model unsupported ();
  endgenerate

  wire [31:0] left = {{16{A_SIGNED & A[15]}}, A};
  wire [31:0] right = {{16{B_SIGNED & B[15]}}, B};
  assign O = left * right;
  assign CO = 1'b0;
  assign ACCUMCO = 1'b0;
  assign SIGNEXTOUT = 1'b0;
endmodule
