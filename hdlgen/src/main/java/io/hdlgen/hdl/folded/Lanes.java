package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.util.ArrayList;
import java.util.List;

/** Parts of equal width that lie side by side in a word, the first one lowest. */
record Lanes(ModuleBuilder builder, Origin origin) {

  /** Part number {@code index}, which is a node, of a word of {@code count} parts. */
  int select(int word, int index, int count, int width) {
    List<Integer> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(part(word, i, width));
    }
    for (int bit = 0; parts.size() > 1; bit++) {
      List<Integer> chosen = new ArrayList<>();
      int choice =
          builder.node(index).width() == 1
              ? index
              : builder.slice(origin.as("choice"), index, bit, Range.BIT);
      for (int i = 0; i < parts.size(); i += 2) {
        chosen.add(
            i + 1 == parts.size()
                ? parts.get(i)
                : builder.mux(origin.as("part"), choice, parts.get(i + 1), parts.get(i)));
      }
      parts = chosen;
    }
    return parts.get(0);
  }

  /** Part number {@code index}. */
  int part(int word, int index, int width) {
    return part(word, index, Range.unsigned(width));
  }

  /** Part number {@code index} as a number of a range, whose width all parts have. */
  int part(int word, int index, Range range) {
    return builder.slice(origin, word, index * range.width(), range);
  }
}
