// Cells of Gowin devices that Yosys maps our designs to: what they do, without delays. Block RAMs and
// multipliers have no model yet.

module VCC (output V);
  assign V = 1'b1;
endmodule

module GND (output G);
  assign G = 1'b0;
endmodule

module LUT1 (output F, input I0);
  parameter [1:0] INIT = 0;
  assign F = INIT[I0];
endmodule

module LUT2 (output F, input I0, I1);
  parameter [3:0] INIT = 0;
  assign F = INIT[{I1, I0}];
endmodule

module LUT3 (output F, input I0, I1, I2);
  parameter [7:0] INIT = 0;
  assign F = INIT[{I2, I1, I0}];
endmodule

module LUT4 (output F, input I0, I1, I2, I3);
  parameter [15:0] INIT = 0;
  assign F = INIT[{I3, I2, I1, I0}];
endmodule

module MUX2_LUT5 (output O, input I0, I1, S0);
  assign O = S0 ? I1 : I0;
endmodule

module MUX2_LUT6 (output O, input I0, I1, S0);
  assign O = S0 ? I1 : I0;
endmodule

module MUX2_LUT7 (output O, input I0, I1, S0);
  assign O = S0 ? I1 : I0;
endmodule

module MUX2_LUT8 (output O, input I0, I1, S0);
  assign O = S0 ? I1 : I0;
endmodule

// A bit of a carry chain.
module ALU (output SUM, COUT, input I0, I1, I3, CIN);
  parameter ALU_MODE = 0;
  generate
    if (ALU_MODE > 9)
      ALU_in_a_mode_without_model unsupported ();
  endgenerate
  wire s =
    ALU_MODE == 0 ? I0 ^ I1
    : ALU_MODE == 2 ? I0 ^ I1 ^ ~I3
    : ALU_MODE == 5 ? ~I0 ^ I1
    : ALU_MODE == 6 ? I0
    : ALU_MODE == 7 ? ~I0
    : ALU_MODE == 8 ? I0 ^ ~I3
    : ALU_MODE == 9 ? I0 & I1
    : I0 ^ ~I1;
  wire c =
    (ALU_MODE == 3 || ALU_MODE == 7) ? 1'b1
    : ALU_MODE == 5 ? I1
    : ALU_MODE == 6 ? 1'b0
    : ALU_MODE == 9 ? I0 & I1
    : I0;
  assign SUM = s ^ CIN;
  assign COUT = s ? CIN : c;
endmodule

module DFF (output reg Q, input D, CLK);
  parameter [0:0] INIT = 1'b0;
  always @(posedge CLK)
    Q <= D;
endmodule

module DFFR (output reg Q, input D, CLK, RESET);
  parameter [0:0] INIT = 1'b0;
  always @(posedge CLK)
    if (RESET)
      Q <= 1'b0;
    else Q <= D;
endmodule

module DFFS (output reg Q, input D, CLK, SET);
  parameter [0:0] INIT = 1'b1;
  always @(posedge CLK)
    if (SET)
      Q <= 1'b1;
    else Q <= D;
endmodule

module DFFE (output reg Q, input D, CLK, CE);
  parameter [0:0] INIT = 1'b0;
  always @(posedge CLK)
    if (CE)
      Q <= D;
endmodule

module DFFRE (output reg Q, input D, CLK, CE, RESET);
  parameter [0:0] INIT = 1'b0;
  always @(posedge CLK)
    if (RESET)
      Q <= 1'b0;
    else if (CE)
      Q <= D;
endmodule

module DFFSE (output reg Q, input D, CLK, CE, SET);
  parameter [0:0] INIT = 1'b1;
  always @(posedge CLK)
    if (SET)
      Q <= 1'b1;
    else if (CE)
      Q <= D;
endmodule

module RAM16SDP4 (output [3:0] DO, input [3:0] DI, WAD, RAD, input WRE, CLK);
  parameter [15:0] INIT_0 = 0;
  parameter [15:0] INIT_1 = 0;
  parameter [15:0] INIT_2 = 0;
  parameter [15:0] INIT_3 = 0;
  reg [3:0] memory [0:15];
  integer i;
  initial
    for (i = 0; i < 16; i = i + 1)
      memory[i] = {INIT_3[i], INIT_2[i], INIT_1[i], INIT_0[i]};
  always @(posedge CLK)
    if (WRE)
      memory[WAD] <= DI;
  assign DO = memory[RAD];
endmodule
