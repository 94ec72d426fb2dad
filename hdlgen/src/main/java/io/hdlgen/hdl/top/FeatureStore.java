package io.hdlgen.hdl.top;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.Encoding;
import java.util.ArrayList;
import java.util.List;

/** The features that a processor has written: one register for each byte of each feature. */
final class FeatureStore {
  private final ModuleBuilder builder;
  private final WritePort write;
  private final List<Field> fields;
  private final int[] bits;

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
