package io.hdlgen.hdl.top;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Field;
import java.util.ArrayList;
import java.util.List;

/** The features that a processor has written: one register for each byte of each feature. */
final class FeatureStore {
  private final ModuleBuilder builder;
  private final WritePort write;
  private final int[] bits;

  /**
   * @param fields the features in the order of their words
   * @param firstWord word of the first one
   * @param commit whether the write is carried out
   */
  FeatureStore(
      ModuleBuilder builder, WritePort write, List<Field> fields, int firstWord, int commit) {
    this.builder = builder;
    this.write = write;
    this.bits = new int[fields.size()];
    for (int i = 0; i < bits.length; i++) {
      int word = builder.constant(role("word"), firstWord + i);
      int here = builder.compare(role("here"), Comparison.EQUAL, write.word, word);
      int enable = builder.and(role("write" + i), here, commit);
      bits[i] = feature("feature" + i, fields.get(i).width(), enable);
    }
  }

  private int feature(String name, int width, int enable) {
    List<Integer> bytes = new ArrayList<>();
    for (int low = 0; low < width; low += 8) {
      int part = low / 8;
      int strobe = builder.slice(role("strobe"), write.strobes, part, Range.BIT);
      int taken = builder.and(role(name + "_strobe"), enable, strobe);
      Range range = Range.unsigned(Math.min(8, width - low));
      int data = builder.slice(role("data"), write.data, low, range);
      bytes.add(builder.register(role(width > 8 ? name + "_byte" + part : name), data, taken));
    }
    return bytes.size() == 1 ? bytes.get(0) : builder.concat(role(name), bytes);
  }

  /**
   * The beats of the stream.
   *
   * @param fields the features, with their places in their beats
   * @param beats for each beat, indices of those that are in it, ascending by place
   * @param beatBits its width; what no feature fills is zero
   */
  List<Integer> beats(List<Field> fields, List<List<Integer>> beats, int beatBits) {
    return beats.stream().map(inside -> beat(fields, inside, beatBits)).toList();
  }

  private int beat(List<Field> fields, List<Integer> inside, int beatBits) {
    List<Integer> parts = new ArrayList<>();
    int used = 0;
    for (int index : inside) {
      pad(parts, fields.get(index).low() - used);
      parts.add(bits[index]);
      used = fields.get(index).low() + fields.get(index).width();
    }
    pad(parts, beatBits - used);
    return builder.concat(role("beat"), parts);
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
