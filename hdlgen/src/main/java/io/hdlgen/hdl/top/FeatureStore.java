package io.hdlgen.hdl.top;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.Encoding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The features that a processor has written: one register for each byte of each feature. */
final class FeatureStore {
  /** Words are decoded by row and column, which takes less than to compare with each address. */
  private static final int COLUMN_BITS = 4;

  private static final int COLUMNS = 1 << COLUMN_BITS;

  private final ModuleBuilder builder;
  private final WritePort write;
  private final List<Field> fields;
  private final int commit;
  private final int[] bits;
  private final Map<Integer, Integer> rows = new HashMap<>();
  private final Map<Integer, Integer> columns = new HashMap<>();
  private final Map<Integer, Integer> data = new HashMap<>();

  /**
   * @param fields the features as they are written, in the order of their words
   * @param firstWord word of the first one
   * @param commit whether the write is carried out
   */
  FeatureStore(
      ModuleBuilder builder, WritePort write, List<Field> fields, int firstWord, int commit) {
    this.builder = builder;
    this.write = write;
    this.fields = fields;
    this.commit = commit;
    this.bits = new int[fields.size()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = feature(i, firstWord + i, fields.get(i).width());
    }
  }

  private int feature(int index, int word, int width) {
    List<Integer> bytes = new ArrayList<>();
    for (int low = 0; low < width; low += 8) {
      int part = low / 8;
      String suffix = width > 8 ? index + "_byte" + part : "" + index;
      int taken =
          builder.and(role("write" + suffix), row(word / COLUMNS), column(word % COLUMNS, part));
      int data = data(low, Math.min(8, width - low));
      bytes.add(builder.register(role("feature" + suffix), data, taken));
    }
    return bytes.size() == 1 ? bytes.get(0) : builder.concat(role("feature" + index), bytes);
  }

  /** Whether one of the words of a row is written. */
  private int row(int row) {
    return rows.computeIfAbsent(
        row,
        number -> {
          Range range = Range.unsigned(builder.node(write.word).width() - COLUMN_BITS);
          int high = builder.slice(role("row"), write.word, COLUMN_BITS, range);
          return builder.and(role("row_write"), equal("row", high, number), commit);
        });
  }

  /** Whether a byte is written of the word at this place of whatever row. */
  private int column(int column, int part) {
    return columns.computeIfAbsent(
        4 * column + part,
        place -> {
          String name = "column" + column;
          int low = builder.slice(role(name), write.word, 0, Range.unsigned(COLUMN_BITS));
          int here = equal(name, low, column);
          int strobe = builder.slice(role("strobe"), write.strobes, part, Range.BIT);
          return builder.and(role(name + "_byte" + part), here, strobe);
        });
  }

  private int equal(String name, int value, int number) {
    int constant = builder.constant(role(name), number);
    return builder.compare(role(name + "_here"), Comparison.EQUAL, value, constant);
  }

  private int data(int low, int width) {
    return data.computeIfAbsent(
        32 * low + width,
        place -> builder.slice(role("data"), write.data, low, Range.unsigned(width)));
  }

  /**
   * The beats of the stream.
   *
   * @param core what a stream's source must know: the places of the features in their beats
   */
  List<Integer> beats(Signature core) {
    List<List<Integer>> inside = new ArrayList<>();
    for (int beat = 0; beat < core.inputBeats(); beat++) {
      inside.add(new ArrayList<>());
    }
    for (int i = 0; i < bits.length; i++) {
      inside.get(core.inputs().get(i).beat()).add(i);
    }
    return inside.stream().map(features -> beat(core, features)).toList();
  }

  /** The features, which ascend by place; what none of them fills is zero. */
  private int beat(Signature core, List<Integer> features) {
    List<Integer> parts = new ArrayList<>();
    int used = 0;
    for (int index : features) {
      Field place = core.inputs().get(index);
      pad(parts, place.low() - used);
      parts.add(inField(index, place.width()));
      used = place.low() + place.width();
    }
    pad(parts, core.inputBits() - used);
    return builder.concat(role("beat"), parts);
  }

  /** What a feature holds, extended or, where its highest bit is always 0, without that. */
  private int inField(int index, int width) {
    Field own = fields.get(index);
    if (own.width() == width) {
      return bits[index];
    }
    if (own.width() > width) {
      return builder.slice(role("code"), bits[index], 0, Range.unsigned(width));
    }
    int code =
        own.encoding() == Encoding.SIGNED
            ? builder.slice(role("code"), bits[index], 0, Range.signed(own.width()))
            : bits[index];
    return builder.extend(code, width);
  }

  private void pad(List<Integer> parts, int width) {
    if (width > 0) {
      parts.add(builder.extend(builder.constant(role("padding"), 0), width));
    }
  }

  private static Origin role(String name) {
    return Origin.of(name);
  }
}
