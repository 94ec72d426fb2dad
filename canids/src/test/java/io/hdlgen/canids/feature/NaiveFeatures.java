package io.hdlgen.canids.feature;

import io.hdlgen.canids.frame.CanFrame;
import java.util.ArrayList;
import java.util.List;

/** Features by their definition, from the list of all frames so far; shares nothing with others. */
final class NaiveFeatures {
  private NaiveFeatures() {}

  /** Codes of the window that ends with frame {@code last}; empty if it is not full. */
  static List<Integer> of(FeatureSpec spec, List<CanFrame> frames, int last) {
    List<Integer> codes = new ArrayList<>();
    if (last + 1 < spec.window()) {
      return codes;
    }
    for (int place = last - spec.window() + 1; place <= last; place++) {
      for (FrameField field : spec.fields()) {
        int code = code(field.name(), frames, place);
        if (spec.form() == InputForm.CODES) {
          codes.add(code);
          continue;
        }
        String bits = new StringBuilder(Integer.toBinaryString(code + 256)).reverse().toString();
        for (int bit = 0; bit < field.bits(); bit++) {
          codes.add(bits.charAt(bit) - '0');
        }
      }
    }
    return codes;
  }

  private static int code(String field, List<CanFrame> frames, int place) {
    CanFrame frame = frames.get(place);
    int id = id(frame);
    if (field.startsWith("BYTE_")) {
      int index = Integer.parseInt(field.substring(5));
      String digits = String.format("%016x", frame.data());
      return Integer.parseInt(digits.substring(14 - 2 * index, 16 - 2 * index), 16);
    }
    return switch (field) {
      case "ID_HIGH" -> id / 256;
      case "ID_LOW" -> id % 256;
      case "LENGTH" -> frame.length();
      case "REMOTE" -> frame.remote() ? 1 : 0;
      case "EXTENDED" -> frame.extended() ? 1 : 0;
      case "GAP" -> gap(frames, place);
      case "SAME_ID" ->
          Math.min(
              15,
              (int)
                  frames.subList(Math.max(0, place - 16), place).stream()
                      .filter(other -> id(other) == id)
                      .count());
      default -> throw new AssertionError(field);
    };
  }

  private static int gap(List<CanFrame> frames, int place) {
    for (int before = place - 1; before >= 0; before--) {
      if (id(frames.get(before)) == id(frames.get(place))) {
        long ticks = tick(frames.get(place)) - tick(frames.get(before));
        long wrapped = ((ticks % 1_048_576) + 1_048_576) % 1_048_576;
        return wrapped == 0 ? 0 : Math.min(15, Long.toBinaryString(wrapped).length());
      }
    }
    return 15;
  }

  private static long tick(CanFrame frame) {
    return (long) Math.floor(frame.timeUs() / 64.0);
  }

  private static int id(CanFrame frame) {
    return frame.extended() ? frame.id() / 262_144 : frame.id();
  }
}
