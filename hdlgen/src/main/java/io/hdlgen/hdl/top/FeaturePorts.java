package io.hdlgen.hdl.top;

import io.hdlgen.hdl.emit.VerilogNames;
import io.hdlgen.hdl.pipeline.Pipeline;
import io.hdlgen.hdl.verilog.NameAllocator;
import io.hdlgen.quantizer.network.InputFeature;
import java.util.List;

/** Port names of features. */
public final class FeaturePorts {
  private FeaturePorts() {}

  /** A legal name {@code <feature>_i} for each feature; all differ. */
  public static List<String> of(List<InputFeature> features) {
    NameAllocator names = new NameAllocator();
    List.of(VerilogNames.CLOCK, VerilogNames.RESET, Pipeline.ENABLE).forEach(names::allocate);
    return features.stream().map(feature -> names.allocate(feature.name(), "_i")).toList();
  }
}
