package io.hdlgen.hdl.cost;

/**
 * Delay and size of operations on a target, as far as pipelining and estimates need them. Estimates
 * are for choosing; synthesis measures.
 *
 * @param name the target
 * @param registerNs clock-to-output plus setup of a register, in ns
 * @param logicNs one level of logic (a choice, a bitwise operation, a table of up to six index
 *     bits) with its routing, in ns
 * @param carryBaseNs an adder or comparator without its carry, with its routing, in ns
 * @param carryPerBitNs what each bit of carry adds, in ns
 */
public record CostModel(
    String name, double registerNs, double logicNs, double carryBaseNs, double carryPerBitNs) {
  public CostModel {
    if (!(registerNs >= 0 && logicNs > 0 && carryBaseNs > 0 && carryPerBitNs >= 0)) {
      throw new IllegalArgumentException("cost model " + name + " has a delay out of range");
    }
  }

  /** Delay of an adder, subtractor or comparator of {@code width} bits, in ns. */
  public double carryNs(int width) {
    return carryBaseNs + carryPerBitNs * width;
  }
}
