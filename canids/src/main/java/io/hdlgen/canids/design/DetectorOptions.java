package io.hdlgen.canids.design;

import io.hdlgen.canids.rtl.receiver.BitTiming;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code options.json} of a detector's design folder: what was decided about it, beside its core.
 *
 * @param top name of the top module
 * @param bus the clock of a receiver before the detector; empty for the detector alone
 * @param clocksPerBit cycles of a bit of the bus
 * @param seed of the frames that are compared
 * @param frames that are compared
 */
public record DetectorOptions(
    String top, Optional<BusClock> bus, int clocksPerBit, long seed, int frames) {
  /** Fewest cycles of a bit with which a receiver can do its work. */
  public static final int LEAST_CLOCKS_PER_BIT = BitTiming.MIN_CLOCKS;

  /** Most cycles of a bit. */
  public static final int MOST_CLOCKS_PER_BIT = BitTiming.MAX_CLOCKS;

  private static final String FORMAT = "hdlgen-detector-options";
  private static final int VERSION = 1;
  private static final String CLOCK = "clockMhz";
  private static final String RATE = "bitRate";

  String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.put("version", VERSION);
    object.put("top", top);
    bus.ifPresent(
        clock -> {
          object.put(CLOCK, clock.clockMhz());
          object.put(RATE, clock.bitRate());
        });
    object.put("clocksPerBit", clocksPerBit);
    object.put("seed", seed);
    object.put("frames", frames);
    return CanonicalJson.write(object);
  }

  static DetectorOptions read(String text, String source) {
    JsonObject object = JsonObject.parse(text, source, FORMAT, VERSION, "can emit");
    object.allow("top", CLOCK, RATE, "clocksPerBit", "seed", "frames");
    Optional<BusClock> bus =
        object.has(CLOCK)
            ? Optional.of(
                new BusClock(
                    (int) object.number(CLOCK, 1, BusClock.MOST_MHZ),
                    (int) object.number(RATE, BusClock.LEAST_BIT_RATE, BusClock.MOST_BIT_RATE)))
            : Optional.empty();
    return new DetectorOptions(
        object.string("top", "[A-Za-z_][A-Za-z0-9_]*", "a Verilog identifier"),
        bus,
        (int) object.number("clocksPerBit", LEAST_CLOCKS_PER_BIT, MOST_CLOCKS_PER_BIT),
        object.number("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        object.integer("frames", 1));
  }
}
