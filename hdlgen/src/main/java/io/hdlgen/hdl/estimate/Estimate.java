package io.hdlgen.hdl.estimate;

/** What a design is expected to take; for choosing and warning, tools measure. */
public sealed interface Estimate permits FpgaEstimate, PrintedEstimate {}
