package io.hdlgen.flow.design;

import io.hdlgen.hdl.folded.FoldedDesign;
import io.hdlgen.hdl.folding.FoldedLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the layers of a folded design do, as part of JSON objects. */
public final class FoldingJson {
  private FoldingJson() {}

  /** One object a layer. */
  public static List<Map<String, Object>> layers(FoldedDesign design) {
    List<Map<String, Object>> layers = new ArrayList<>();
    for (int l = 0; l < design.model().shape().layers().size(); l++) {
      FoldedLayer layer = design.model().shape().layers().get(l);
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("pe", layer.pe());
      object.put("simd", layer.simd());
      object.put("cycles", layer.slots());
      object.put("busy", design.cycles().occupancy(l));
      object.put("queueWords", design.depths().inputs().get(l));
      layers.add(object);
    }
    return layers;
  }
}
