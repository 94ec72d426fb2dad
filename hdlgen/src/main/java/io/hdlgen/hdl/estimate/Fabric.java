package io.hdlgen.hdl.estimate;

import java.util.Optional;

/**
 * What a technology offers beyond gates.
 *
 * @param lutInputs inputs of a look-up table
 * @param fewestCarryBits shorter adders are made of gates; {@link #NO_CARRIES} for all
 * @param carryBits bits of a cell of a carry chain
 * @param propagated whether carry chains take {@code a ^ b} of look-up tables before them
 * @param clockEnable whether flip-flops have an enable and a reset of their own
 */
public record Fabric(
    int lutInputs,
    int fewestCarryBits,
    int carryBits,
    boolean propagated,
    boolean clockEnable,
    Optional<BlockRam> blockRam,
    Optional<LutRam> lutRam,
    Optional<Multiplier> multiplier) {
  public static final int NO_CARRIES = Integer.MAX_VALUE;

  /** Gates and bare flip-flops. */
  public static final Fabric GATES =
      new Fabric(
          0, NO_CARRIES, 1, false, false, Optional.empty(), Optional.empty(), Optional.empty());

  /** The same for a tool that is to take no multipliers. */
  public Fabric withoutMultipliers() {
    return new Fabric(
        lutInputs,
        fewestCarryBits,
        carryBits,
        propagated,
        clockEnable,
        blockRam,
        lutRam,
        Optional.empty());
  }
}
