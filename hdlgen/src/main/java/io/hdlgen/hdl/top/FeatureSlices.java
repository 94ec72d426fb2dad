package io.hdlgen.hdl.top;

import io.hdlgen.hdl.lower.Datapath;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.network.Encoding;
import java.util.List;
import java.util.Map;

/** Cuts what the first layer takes out of the fields of features: a code, or a level's bit each. */
final class FeatureSlices {
  private FeatureSlices() {}

  /**
   * Adds the nodes of a feature's values, by port of the first layer's module.
   *
   * @param fields all features
   * @param feature index of the one
   * @param node what the field lies in
   * @param low its lowest bit there
   * @param alone whether nothing else lies there
   */
  static void of(
      ModuleBuilder builder,
      Datapath datapath,
      List<Field> fields,
      int feature,
      int node,
      int low,
      boolean alone,
      Map<String, Integer> values) {
    int first = fields.subList(0, feature).stream().mapToInt(FeatureSlices::values).sum();
    for (int j = 0; j < values(fields.get(feature)); j++) {
      Range code = datapath.inputs().get(first + j).code();
      values.put(
          datapath.inputPorts().get(first + j),
          alone && builder.range(node).equals(code)
              ? node
              : builder.slice(Origin.of("feature"), node, low + j, code));
    }
  }

  private static int values(Field field) {
    return field.encoding() == Encoding.THERMOMETER ? field.width() : 1;
  }
}
