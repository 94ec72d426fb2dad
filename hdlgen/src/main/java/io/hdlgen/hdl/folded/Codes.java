package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.lower.CodedValue;
import io.hdlgen.hdl.netlist.Range;
import java.util.Collections;
import java.util.List;

/**
 * The codes that a layer takes, all in fields of one width.
 *
 * @param values one an input
 * @param field holds the codes of all inputs, and 0
 */
record Codes(List<CodedValue> values, Range field) {
  Codes {
    values = List.copyOf(values);
  }

  /** Features, each with codes of its own. */
  static Codes of(List<CodedValue> features) {
    Range field = Range.of(0, 0);
    for (CodedValue feature : features) {
      field = field.union(feature.code());
    }
    return new Codes(features, field);
  }

  /** What a layer gives: {@code count} values of one kind. */
  static Codes of(int count, CodedValue value) {
    return of(Collections.nCopies(count, value));
  }

  int width() {
    return field.width();
  }
}
