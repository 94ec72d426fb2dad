package io.hdlgen.hdl.top;

import io.hdlgen.hdl.emit.VerilogNames;
import io.hdlgen.hdl.pipeline.Pipeline;
import io.hdlgen.hdl.verilog.NameAllocator;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import java.util.ArrayList;
import java.util.List;

/** Port names of features. */
public final class FeaturePorts {
  private FeaturePorts() {}

  /** A legal name {@code <feature>_i} for each feature; all differ. */
  public static List<String> of(List<InputFeature> features) {
    NameAllocator names = names();
    return features.stream().map(feature -> names.allocate(feature.name(), "_i")).toList();
  }

  /**
   * A legal name for each value that the first layer takes: of a feature, its port's; of a level of
   * a thermometer, {@code <feature>_ge_<level>_i}. All differ.
   */
  public static List<String> ofValues(List<InputFeature> features) {
    NameAllocator names = names();
    List<String> ports = features.stream().map(one -> names.allocate(one.name(), "_i")).toList();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      InputFeature feature = features.get(i);
      if (feature.encoding() == Encoding.THERMOMETER) {
        for (int j = 0; j < feature.values(); j++) {
          values.add(names.allocate(feature.name() + "_ge_" + feature.levels().get(j), "_i"));
        }
      } else {
        values.add(ports.get(i));
      }
    }
    return List.copyOf(values);
  }

  private static NameAllocator names() {
    NameAllocator names = new NameAllocator();
    List.of(VerilogNames.CLOCK, VerilogNames.RESET, Pipeline.ENABLE).forEach(names::allocate);
    return names;
  }
}
