package io.hdlgen.canids.design;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code options.json} of a detector's design folder: what was decided about it, beside its core.
 *
 * @param top name of the top module
 * @param clocksPerBit cycles of a bit of the bus
 * @param seed of the frames that are compared
 * @param frames that are compared
 */
public record DetectorOptions(String top, int clocksPerBit, long seed, int frames) {
  /** Fewest cycles of a bit with which a receiver can do its work. */
  public static final int LEAST_CLOCKS_PER_BIT = 8;

  /** Most cycles of a bit. */
  public static final int MOST_CLOCKS_PER_BIT = 100_000;

  private static final String FORMAT = "hdlgen-detector-options";
  private static final int VERSION = 1;

  String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.put("version", VERSION);
    object.put("top", top);
    object.put("clocksPerBit", clocksPerBit);
    object.put("seed", seed);
    object.put("frames", frames);
    return CanonicalJson.write(object);
  }

  static DetectorOptions read(String text, String source) {
    JsonObject object = JsonObject.parse(text, source, FORMAT, VERSION);
    object.allow("top", "clocksPerBit", "seed", "frames");
    return new DetectorOptions(
        object.string("top", "[A-Za-z_][A-Za-z0-9_]*", "a Verilog identifier"),
        (int) object.number("clocksPerBit", LEAST_CLOCKS_PER_BIT, MOST_CLOCKS_PER_BIT),
        object.number("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        object.integer("frames", 1));
  }
}
