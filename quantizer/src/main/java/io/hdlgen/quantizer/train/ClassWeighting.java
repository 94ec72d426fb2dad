package io.hdlgen.quantizer.train;

/** How much a row counts in the loss. */
public enum ClassWeighting {
  /** Every row counts as much. */
  NONE,
  /** Every class counts as much: rows weigh as the inverse of their class's frequency. */
  BALANCED,
  /** Half way between the two: the square root of the balanced weights. */
  ROOT
}
