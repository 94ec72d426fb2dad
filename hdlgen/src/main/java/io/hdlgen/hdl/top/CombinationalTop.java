package io.hdlgen.hdl.top;

import io.hdlgen.hdl.lower.Datapath;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.network.Encoding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The top of a circuit without a clock: one port a feature, one a result. */
public final class CombinationalTop {
  private CombinationalTop() {}

  /**
   * The top module.
   *
   * @param inputs the features' ports
   * @param outputs the results' ports
   */
  public static HdlModule of(
      String name, Datapath datapath, List<Field> inputs, List<Field> outputs) {
    ModuleBuilder builder = new ModuleBuilder(name);
    Map<String, Integer> features = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      Field field = inputs.get(i);
      Range bits =
          field.encoding() == Encoding.SIGNED
              ? Range.signed(field.width())
              : Range.unsigned(field.width());
      int port = builder.input(Origin.of("feature"), bits, field.port());
      FeatureSlices.of(builder, datapath, inputs, i, port, 0, true, features);
    }
    Map<String, Integer> results =
        ModuleChain.instantiate(builder, datapath.modules(), features, -1);
    for (Field field : outputs) {
      int value = builder.extend(results.get(field.port()), field.width());
      builder.append(
          new Node.Output(
              Origin.of("result"), Range.of(field.min(), field.max()), field.port(), value));
    }
    return builder.build();
  }
}
