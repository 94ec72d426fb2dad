package io.hdlgen.boards.fpga;

import io.hdlgen.hdl.estimate.FpgaEstimate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a design fits a device, by what it is expected to take.
 *
 * @param use expected
 * @param device what there is
 */
public record Fit(Capacity use, Capacity device) {
  /** Compares an estimate with a device. */
  public static Fit of(FpgaEstimate estimate, Capacity device) {
    Map<Resource, Long> counts = new EnumMap<>(Resource.class);
    counts.put(Resource.LUT, estimate.luts());
    counts.put(Resource.FLIP_FLOP, estimate.flipFlops());
    counts.put(Resource.BLOCK_RAM, estimate.blockRams());
    counts.put(Resource.DSP, estimate.dsps());
    return new Fit(new Capacity(counts), device);
  }

  public boolean fits() {
    return use.fits(device);
  }

  /** Of the scarcest resource the fraction that is used; above 1 if it does not fit. */
  public double fraction() {
    double most = 0;
    for (Resource resource : Resource.values()) {
      most = Math.max(most, use.fraction(resource, device));
    }
    return most;
  }

  /** What there is too little of: {@code 7,100 luts of 5,280}; empty if the design fits. */
  public Optional<String> shortage() {
    return fits()
        ? Optional.empty()
        : Optional.of(
            use.counts().keySet().stream()
                .filter(resource -> use.of(resource) > device.of(resource))
                .map(
                    resource ->
                        String.format(
                            Locale.ROOT,
                            "%,d %s of %,d",
                            use.of(resource),
                            resource.key(),
                            device.of(resource)))
                .collect(Collectors.joining(", ")));
  }
}
