package io.hdlgen.sim.check;

import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.port.RecordLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inferences with the results that the reference gives, as fields of the design's ports.
 *
 * <p>The arrays are not copied and must not change.
 */
public final class Vectors {
  private final List<Field> inputs;
  private final List<Field> outputs;
  private final List<int[]> beats;
  private final long[][] codes;
  private final int[] classes;
  private final long[][] scores;

  /**
   * @param codes input codes {@code [vectors][features]}; at least one vector
   * @param classes class indices {@code [vectors]}; read only if the signature has a class
   * @param scores integer scores {@code [vectors][scores]}; read only if the signature has scores
   */
  public Vectors(Signature signature, long[][] codes, int[] classes, long[][] scores) {
    this(signature.inputs(), signature.inputBeats(), signature.outputs(), codes, classes, scores);
  }

  private Vectors(
      List<Field> inputs,
      int inputBeats,
      List<Field> outputs,
      long[][] codes,
      int[] classes,
      long[][] scores) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.beats = beats(inputs, inputBeats);
    this.codes = codes;
    this.classes = classes;
    this.scores = scores;
    if (codes.length == 0) {
      throw new IllegalArgumentException("no vectors");
    }
    for (long[] row : codes) {
      if (row.length != inputs.size()) {
        throw new IllegalArgumentException(
            row.length + " codes in a vector for " + inputs.size() + " features");
      }
    }
    for (Field field : outputs) {
      boolean needsClass = scoreIndex(field) < 0;
      int found = needsClass ? length(classes) : scores == null ? 0 : scores.length;
      if (found != codes.length) {
        throw new IllegalArgumentException(
            found + " expected values of " + field.name() + " for " + codes.length + " vectors");
      }
    }
    // Bits that a port does not have would be cut off in silence, and hide what differs.
    for (int v = 0; v < codes.length; v++) {
      for (int i = 0; i < inputs.size(); i++) {
        checkWidth(v, inputs.get(i), codes[v][i]);
      }
      for (Field field : outputs) {
        checkWidth(v, field, result(v, field));
      }
    }
  }

  private static void checkWidth(int vector, Field field, long value) {
    if (!field.holds(value)) {
      throw new IllegalArgumentException(
          "vector %d: %d is wider than the %d bits of %s"
              .formatted(vector, value, field.width(), field.name()));
    }
  }

  private static int length(int[] values) {
    return values == null ? 0 : values.length;
  }

  /** The same values in other fields, all in one beat, which have the names of these. */
  public Vectors inFields(List<Field> inputFields, List<Field> outputFields) {
    return new Vectors(inputFields, 1, outputFields, codes, classes, scores);
  }

  public int count() {
    return codes.length;
  }

  /** The bits of one code, zeros above. */
  public long inputBits(int vector, int feature) {
    return inputs.get(feature).bits(codes[vector][feature]);
  }

  /** The expected value of a result. */
  public long expected(int vector, Field field) {
    return result(vector, field);
  }

  /** Indices of the features of each beat. */
  private static List<int[]> beats(List<Field> inputs, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            beat ->
                IntStream.range(0, inputs.size())
                    .filter(i -> inputs.get(i).beat() == beat)
                    .toArray())
        .toList();
  }

  /**
   * Writes the codes of a vector into the fields of a record that starts at {@code at}, where all
   * lie in one beat.
   */
  public void putInputs(int vector, RecordLayout layout, byte[] record, int at) {
    putInputs(vector, 0, layout, record, at);
  }

  /** Writes the codes of one beat of a vector into the fields of a record. */
  public void putInputs(int vector, int beat, RecordLayout layout, byte[] record, int at) {
    for (int i : beats.get(beat)) {
      Field field = inputs.get(i);
      long value = field.bits(codes[vector][i]);
      int start = at + layout.offset(field.port());
      BitFields.put(record, start, field.low(), field.width(), value);
    }
  }

  /** Writes the expected results of a vector into the fields of a record. */
  public void putResults(int vector, RecordLayout layout, byte[] record, int at) {
    for (Field field : outputs) {
      int start = at + layout.offset(field.port());
      BitFields.put(record, start, field.low(), field.width(), field.bits(result(vector, field)));
    }
  }

  /** What is wrong with the results in a record, one entry a field; nothing if all is right. */
  List<Difference> differences(int vector, RecordLayout layout, byte[] record, int at) {
    List<Difference> differences = new ArrayList<>();
    for (Field field : outputs) {
      int start = at + layout.offset(field.port());
      long found = BitFields.get(record, start, field.low(), field.width());
      long expected = result(vector, field);
      if (found != field.bits(expected)) {
        differences.add(
            new Difference(
                field.name(), Long.toString(expected), Long.toString(value(field, found))));
      }
    }
    return differences;
  }

  /** A field whose value is not the expected one. */
  record Difference(String field, String expected, String found) {}

  private long result(int vector, Field field) {
    int score = scoreIndex(field);
    return score < 0 ? classes[vector] : scores[vector][score];
  }

  private static int scoreIndex(Field field) {
    return field.name().startsWith("score_") ? Integer.parseInt(field.name().substring(6)) : -1;
  }

  private static long value(Field field, long bits) {
    return switch (field.encoding()) {
      case UNSIGNED -> bits;
      case SIGNED -> bits << (64 - field.width()) >> (64 - field.width());
      case BIPOLAR -> 2 * bits - 1;
      case THERMOMETER -> Long.bitCount(bits);
    };
  }
}
