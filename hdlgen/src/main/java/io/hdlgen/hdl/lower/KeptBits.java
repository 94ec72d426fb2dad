package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.util.ArrayList;
import java.util.List;

/** Chosen bits of values, as wires alone: what a mask leaves out costs nothing. */
final class KeptBits {
  private final ModuleBuilder builder;
  private final Origin origin;

  KeptBits(ModuleBuilder builder, Origin origin) {
    this.builder = builder;
    this.origin = origin;
  }

  /** The bits of a mask that some value of a range can have set. */
  static long effective(long mask, Range values) {
    return values.isSigned() ? mask : mask & (-1L >>> (Long.SIZE - values.width()));
  }

  /** Whether a mask changes no value of a range. */
  static boolean keepsAll(long mask, Range values) {
    return effective(mask, values) == effective(-1, values);
  }

  /**
   * {@code (node & mask) / 2^k}, k being the number of zeros at the mask's low end.
   *
   * @param mask keeps some bit of the node
   * @param range of the result
   */
  int masked(int node, long mask, Range range) {
    Range values = builder.range(node);
    long kept = effective(mask, values);
    int low = Long.numberOfTrailingZeros(kept);
    // A negative mask keeps all copies of the sign from the highest bit on.
    int top =
        kept < 0
            ? Math.max(values.width(), Long.SIZE - Long.numberOfLeadingZeros(~kept) + 1)
            : Long.SIZE - Long.numberOfLeadingZeros(kept);
    int field = builder.extend(node, Math.max(values.width(), top));
    List<Integer> parts = new ArrayList<>();
    for (int at = low; at < top; ) {
      boolean keeps = (kept >> at & 1) != 0;
      int length = run(keeps ? ~kept >> at : kept >> at, top - at);
      if (keeps && length == top - low) {
        return builder.slice(origin, field, at, range);
      }
      parts.add(
          keeps
              ? builder.slice(origin, field, at, Range.unsigned(length))
              : builder.extend(builder.constant(origin, 0), length));
      at += length;
    }
    return builder.slice(origin, builder.concat(origin, parts), 0, range);
  }

  /**
   * The kept bits of a value side by side: ordered as {@code node & mask} is.
   *
   * @param field in which the mask is looked at; it holds the node's range, and that of what it is
   *     compared with
   * @return -1 if no bit is kept
   */
  int compared(int node, long mask, Range field) {
    int width = field.width();
    int wide = builder.extend(node, width);
    int plain = field.isSigned() ? width - 1 : width;
    // All copies of the sign are alike, so that one of them will do.
    boolean sign = field.isSigned() && mask >> plain != 0;
    List<Integer> parts = new ArrayList<>();
    for (int at = 0; at < plain; ) {
      boolean keeps = (mask >> at & 1) != 0;
      int length = run(keeps ? ~mask >> at : mask >> at, plain - at);
      if (keeps) {
        parts.add(builder.slice(origin, wide, at, Range.unsigned(length)));
      }
      at += length;
    }
    if (sign) {
      parts.add(builder.slice(origin, wide, plain, Range.BIT));
    }
    if (parts.isEmpty()) {
      return -1;
    }
    int bits = parts.size() == 1 ? parts.get(0) : builder.concat(origin, parts);
    return sign && mask < 0
        ? builder.slice(origin, bits, 0, Range.signed(builder.node(bits).width()))
        : bits;
  }

  /** Zeros at the low end, at most so many. */
  private static int run(long bits, int most) {
    return Math.min(most, Long.numberOfTrailingZeros(bits));
  }
}
