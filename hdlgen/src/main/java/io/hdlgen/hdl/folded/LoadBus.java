package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.load.LoadMap;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.top.LoadPort;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all layers are told of loading: what is written, and which bank counts.
 *
 * @param write 1 where {@code data} goes to place {@code at} of a bank of a column
 * @param active the bank that inferences take from a switch on
 * @param switches 1 in the cycle before {@code active} turns
 * @param from the first inference, by the layers' count, that takes the bank
 */
record LoadBus(
    int write, int bank, int column, int at, int data, int active, int switches, int from) {
  static final String OLD = "old_o";
  static final String ILLEGAL = "illegal_o";
  private static final String FROM = "switch_from_i";
  private static final String ACTIVE = "active_i";
  private static final String SWITCH = "switch_i";

  /** As inputs of a layer. */
  static LoadBus inputs(ModuleBuilder builder, LoadMap map, int countBits) {
    return new LoadBus(
        input(builder, Range.BIT, "load_write_i"),
        input(builder, Range.BIT, "load_bank_i"),
        input(builder, Range.unsigned(Node.addressWidth(map.columns().size())), "load_column_i"),
        input(builder, Range.unsigned(Node.addressWidth(map.mostRows())), "load_at_i"),
        input(builder, Range.unsigned(32), "load_data_i"),
        input(builder, Range.BIT, ACTIVE),
        input(builder, Range.BIT, SWITCH),
        input(builder, Range.unsigned(countBits), FROM));
  }

  private static int input(ModuleBuilder builder, Range range, String port) {
    return builder.input(Origin.of("load"), range, port);
  }

  /** As outputs of the module that writes. */
  static LoadBus of(Map<String, Integer> loader, int from) {
    return new LoadBus(
        loader.get(LoadPort.WRITE),
        loader.get(LoadPort.BANK),
        loader.get(LoadPort.COLUMN),
        loader.get(LoadPort.AT),
        loader.get(LoadPort.DATA),
        loader.get(LoadPort.ACTIVE),
        loader.get(LoadPort.SWITCH),
        from);
  }

  /** What a layer's inputs are connected to. */
  Map<String, Integer> connections() {
    Map<String, Integer> connections = new LinkedHashMap<>();
    connections.put("load_write_i", write);
    connections.put("load_bank_i", bank);
    connections.put("load_column_i", column);
    connections.put("load_at_i", at);
    connections.put("load_data_i", data);
    connections.put(ACTIVE, active);
    connections.put(SWITCH, switches);
    connections.put(FROM, from);
    return connections;
  }

  /** 1 where the column is the one of this number. */
  int isColumn(ModuleBuilder builder, int number) {
    Origin origin = Origin.of("load_here");
    return builder.compare(
        origin, Comparison.EQUAL, column, builder.constant(origin.as("column"), number));
  }
}
