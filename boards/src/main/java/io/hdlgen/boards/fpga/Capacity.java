package io.hdlgen.boards.fpga;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much of each resource there is, or is used.
 *
 * @param counts every resource, none negative
 */
public record Capacity(Map<Resource, Long> counts) {
  public Capacity {
    Map<Resource, Long> all = new EnumMap<>(Resource.class);
    for (Resource resource : Resource.values()) {
      Long count = counts.get(resource);
      if (count == null || count < 0) {
        throw new IllegalArgumentException(resource.key() + " " + count);
      }
      all.put(resource, count);
    }
    counts = Collections.unmodifiableMap(all);
  }

  public long of(Resource resource) {
    return counts.get(resource);
  }

  /**
   * Which fraction of {@code device} this is; infinite where the device has none of what is used.
   */
  public double fraction(Resource resource, Capacity device) {
    long used = of(resource);
    return used == 0 ? 0 : (double) used / device.of(resource);
  }

  /** Whether no resource is used beyond what {@code device} has. */
  public boolean fits(Capacity device) {
    return counts.keySet().stream().allMatch(resource -> of(resource) <= device.of(resource));
  }
}
