package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.load.Column;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds words on their way into a table that have a field out of its range. Fields whose every
 * pattern of bits is in range need no check.
 */
final class LegalWords {
  private final ModuleBuilder builder;
  private final LoadBus bus;
  private final Origin origin;

  /** Nodes that are 1 for columns of the same fields, by these. */
  private final Map<List<Field>, Integer> columns = new LinkedHashMap<>();

  LegalWords(ModuleBuilder builder, LoadBus bus, int layer) {
    this.builder = builder;
    this.bus = bus;
    this.origin = Origin.of(layer, "illegal");
  }

  private record Field(int at, Range range) {}

  /** Takes a column in. */
  void add(Column column, int number) {
    List<Field> fields =
        column.parts().stream()
            .map(part -> new Field(part.at(), column.table().fields().get(part.field())))
            .filter(field -> !NeuronNumbers.field(field.range()).equals(field.range()))
            .toList();
    if (!fields.isEmpty()) {
      columns.merge(
          fields,
          bus.isColumn(builder, number),
          (some, more) -> builder.or(origin.as("any_of"), some, more));
    }
  }

  /** 1 where the word on the bus has a field out of range. */
  int violated() {
    int violated = builder.constant(origin.as("never"), 0);
    for (Map.Entry<List<Field>, Integer> entry : columns.entrySet()) {
      for (Field field : entry.getKey()) {
        int wrong = builder.and(origin, entry.getValue(), outside(field));
        violated = builder.or(origin, violated, wrong);
      }
    }
    return violated;
  }

  private int outside(Field field) {
    int value =
        builder.slice(
            origin.as("field"), bus.data(), field.at(), NeuronNumbers.field(field.range()));
    int min = builder.constant(origin.as("least"), field.range().min());
    int max = builder.constant(origin.as("most"), field.range().max());
    int below = builder.compare(origin.as("below"), Comparison.LESS, value, min);
    int above = builder.compare(origin.as("above"), Comparison.LESS, max, value);
    return builder.or(origin.as("outside"), below, above);
  }
}
