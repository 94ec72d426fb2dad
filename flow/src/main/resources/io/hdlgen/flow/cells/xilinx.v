// Cells of Xilinx devices that Yosys maps our designs to: what they do, without delays. Block RAMs
// and multipliers have no model yet.

module BUFG (output O, input I);
  assign O = I;
endmodule

module INV (output O, input I);
  assign O = ~I;
endmodule

module LUT1 (output O, input I0);
  parameter [1:0] INIT = 0;
  assign O = INIT[I0];
endmodule

module LUT2 (output O, input I0, I1);
  parameter [3:0] INIT = 0;
  assign O = INIT[{I1, I0}];
endmodule

module LUT3 (output O, input I0, I1, I2);
  parameter [7:0] INIT = 0;
  assign O = INIT[{I2, I1, I0}];
endmodule

module LUT4 (output O, input I0, I1, I2, I3);
  parameter [15:0] INIT = 0;
  assign O = INIT[{I3, I2, I1, I0}];
endmodule

module LUT5 (output O, input I0, I1, I2, I3, I4);
  parameter [31:0] INIT = 0;
  assign O = INIT[{I4, I3, I2, I1, I0}];
endmodule

module LUT6 (output O, input I0, I1, I2, I3, I4, I5);
  parameter [63:0] INIT = 0;
  assign O = INIT[{I5, I4, I3, I2, I1, I0}];
endmodule

module MUXF7 (output O, input I0, I1, S);
  assign O = S ? I1 : I0;
endmodule

module MUXF8 (output O, input I0, I1, S);
  assign O = S ? I1 : I0;
endmodule

module MUXF9 (output O, input I0, I1, S);
  assign O = S ? I1 : I0;
endmodule

module CARRY4 (output [3:0] CO, O, input CI, CYINIT, input [3:0] DI, S);
  wire carry_0 = CI | CYINIT;
  wire carry_1 = S[0] ? carry_0 : DI[0];
  wire carry_2 = S[1] ? carry_1 : DI[1];
  wire carry_3 = S[2] ? carry_2 : DI[2];
  wire carry_4 = S[3] ? carry_3 : DI[3];
  assign O = S ^ {carry_3, carry_2, carry_1, carry_0};
  assign CO = {carry_4, carry_3, carry_2, carry_1};
endmodule

module FDRE (output reg Q, input C, CE, D, R);
  parameter [0:0] INIT = 1'b0;
  parameter [0:0] IS_C_INVERTED = 1'b0;
  parameter [0:0] IS_D_INVERTED = 1'b0;
  parameter [0:0] IS_R_INVERTED = 1'b0;
  generate
    if (IS_C_INVERTED)
      FDRE_in_a_mode_without_model unsupported ();
  endgenerate
  always @(posedge C)
    if (R ^ IS_R_INVERTED)
      Q <= 1'b0;
    else if (CE)
      Q <= D ^ IS_D_INVERTED;
endmodule

module FDSE (output reg Q, input C, CE, D, S);
  parameter [0:0] INIT = 1'b1;
  parameter [0:0] IS_C_INVERTED = 1'b0;
  parameter [0:0] IS_D_INVERTED = 1'b0;
  parameter [0:0] IS_S_INVERTED = 1'b0;
  generate
    if (IS_C_INVERTED)
      FDSE_in_a_mode_without_model unsupported ();
  endgenerate
  always @(posedge C)
    if (S ^ IS_S_INVERTED)
      Q <= 1'b1;
    else if (CE)
      Q <= D ^ IS_D_INVERTED;
endmodule

module RAM32M (
  output [1:0] DOA, DOB, DOC, DOD,
  input [4:0] ADDRA, ADDRB, ADDRC, ADDRD,
  input [1:0] DIA, DIB, DIC, DID,
  input WCLK, WE
);
  parameter [63:0] INIT_A = 0;
  parameter [63:0] INIT_B = 0;
  parameter [63:0] INIT_C = 0;
  parameter [63:0] INIT_D = 0;
  parameter [0:0] IS_WCLK_INVERTED = 1'b0;
  generate
    if (IS_WCLK_INVERTED)
      RAM32M_in_a_mode_without_model unsupported ();
  endgenerate
  reg [1:0] memory_A [0:31];
  reg [1:0] memory_B [0:31];
  reg [1:0] memory_C [0:31];
  reg [1:0] memory_D [0:31];
  integer i;
  initial
    for (i = 0; i < 32; i = i + 1) begin
      memory_A[i] = INIT_A[2 * i +: 2];
      memory_B[i] = INIT_B[2 * i +: 2];
      memory_C[i] = INIT_C[2 * i +: 2];
      memory_D[i] = INIT_D[2 * i +: 2];
    end
  always @(posedge WCLK)
    if (WE) begin
      memory_A[ADDRD] <= DIA;
      memory_B[ADDRD] <= DIB;
      memory_C[ADDRD] <= DIC;
      memory_D[ADDRD] <= DID;
    end
  assign DOA = memory_A[ADDRA];
  assign DOB = memory_B[ADDRB];
  assign DOC = memory_C[ADDRC];
  assign DOD = memory_D[ADDRD];
endmodule

module RAM64M (
  output DOA, DOB, DOC, DOD,
  input [5:0] ADDRA, ADDRB, ADDRC, ADDRD,
  input DIA, DIB, DIC, DID,
  input WCLK, WE
);
  parameter [63:0] INIT_A = 0;
  parameter [63:0] INIT_B = 0;
  parameter [63:0] INIT_C = 0;
  parameter [63:0] INIT_D = 0;
  parameter [0:0] IS_WCLK_INVERTED = 1'b0;
  generate
    if (IS_WCLK_INVERTED)
      RAM64M_in_a_mode_without_model unsupported ();
  endgenerate
  reg [0:0] memory_A [0:63];
  reg [0:0] memory_B [0:63];
  reg [0:0] memory_C [0:63];
  reg [0:0] memory_D [0:63];
  integer i;
  initial
    for (i = 0; i < 64; i = i + 1) begin
      memory_A[i] = INIT_A[1 * i +: 1];
      memory_B[i] = INIT_B[1 * i +: 1];
      memory_C[i] = INIT_C[1 * i +: 1];
      memory_D[i] = INIT_D[1 * i +: 1];
    end
  always @(posedge WCLK)
    if (WE) begin
      memory_A[ADDRD] <= DIA;
      memory_B[ADDRD] <= DIB;
      memory_C[ADDRD] <= DIC;
      memory_D[ADDRD] <= DID;
    end
  assign DOA = memory_A[ADDRA];
  assign DOB = memory_B[ADDRB];
  assign DOC = memory_C[ADDRC];
  assign DOD = memory_D[ADDRD];
endmodule
