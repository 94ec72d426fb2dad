package io.hdlgen.hdl.metrics;

/**
 * Counts of one module, without its instances.
 *
 * @param adders adders and subtractors
 * @param adderBits sum of their widths
 * @param comparators comparisons
 * @param comparatorBits sum of the widths compared
 * @param muxBits sum of the widths of choices
 * @param registerBits flip-flops
 * @param romBits bits of constant tables
 * @param estimatedLuts six-input look-up tables, by {@link MetricsCounter}'s rule of thumb
 * @param multipliers products of two values
 * @param memoryBits bits of memories, also read-only ones
 */
public record ModuleMetrics(
    String module,
    long adders,
    long adderBits,
    long comparators,
    long comparatorBits,
    long muxBits,
    long registerBits,
    long romBits,
    long estimatedLuts,
    long multipliers,
    long memoryBits) {

  /** Both together, under this one's name. */
  public ModuleMetrics plus(ModuleMetrics other) {
    return new ModuleMetrics(
        module,
        adders + other.adders,
        adderBits + other.adderBits,
        comparators + other.comparators,
        comparatorBits + other.comparatorBits,
        muxBits + other.muxBits,
        registerBits + other.registerBits,
        romBits + other.romBits,
        estimatedLuts + other.estimatedLuts,
        multipliers + other.multipliers,
        memoryBits + other.memoryBits);
  }

  /** As many of them as that. */
  ModuleMetrics times(long count) {
    return new ModuleMetrics(
        module,
        count * adders,
        count * adderBits,
        count * comparators,
        count * comparatorBits,
        count * muxBits,
        count * registerBits,
        count * romBits,
        count * estimatedLuts,
        count * multipliers,
        count * memoryBits);
  }

  static ModuleMetrics none(String module) {
    return new ModuleMetrics(module, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
