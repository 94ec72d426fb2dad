package io.hdlgen.flow.design;

import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.load.DecisionBounds;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.load.LayerBounds;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Loadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be loaded into a design, in {@code signature.json}. */
final class LoadableJson {
  private static final long UNSIGNED_WORD = 0xffff_ffffL;

  private LoadableJson() {}

  static Map<String, Object> write(Loadable loadable) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("shape", Integer.toUnsignedLong(loadable.shape()));
    object.put("words", loadable.words());
    List<Map<String, Object>> layers = new ArrayList<>();
    for (int l = 0; l < loadable.foldings().size(); l++) {
      LayerBounds bounds = loadable.declaration().layers().get(l);
      Map<String, Object> layer = new LinkedHashMap<>();
      layer.put("pe", loadable.foldings().get(l).pe());
      layer.put("simd", loadable.foldings().get(l).simd());
      put(layer, "weight", bounds.weights());
      layer.put("zeroWeights", bounds.signs() ? 0 : 1);
      put(layer, "bias", bounds.biases());
      layers.add(layer);
    }
    object.put("layers", layers);
    Map<String, Object> decision = new LinkedHashMap<>();
    put(decision, "multiplier", loadable.declaration().decision().multipliers());
    put(decision, "offset", loadable.declaration().decision().offsets());
    loadable
        .declaration()
        .decision()
        .threshold()
        .ifPresent(threshold -> put(decision, "threshold", threshold));
    object.put("decision", decision);
    object.put("tables", loadable.tables().stream().map(LoadableJson::table).toList());
    return object;
  }

  private static Map<String, Object> table(Loadable.Table table) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", table.name());
    object.put("firstWord", table.firstWord());
    object.put("columns", table.columns());
    object.put("rows", table.rows());
    return object;
  }

  private static void put(Map<String, Object> object, String name, Range range) {
    object.put(name + "Min", range.min());
    object.put(name + "Max", range.max());
  }

  static Loadable read(JsonObject object) {
    object.allow("shape", "words", "layers", "decision", "tables");
    List<Folding> foldings = new ArrayList<>();
    List<LayerBounds> layers = new ArrayList<>();
    for (JsonObject layer : object.objects("layers")) {
      layer.allow("pe", "simd", "weightMin", "weightMax", "zeroWeights", "biasMin", "biasMax");
      foldings.add(new Folding(layer.integer("pe", 1), layer.integer("simd", 1)));
      layers.add(
          new LayerBounds(
              range(layer, "weight", Long.MIN_VALUE, 0, 0),
              layer.number("zeroWeights", 0, 1) == 0,
              range(layer, "bias", Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE)));
    }
    JsonObject decision = object.object("decision");
    decision.allow(
        "multiplierMin", "multiplierMax", "offsetMin", "offsetMax", "thresholdMin", "thresholdMax");
    List<Loadable.Table> tables = new ArrayList<>();
    for (JsonObject table : object.objects("tables")) {
      table.allow("name", "firstWord", "columns", "rows");
      tables.add(
          new Loadable.Table(
              table.string("name"),
              table.integer("firstWord", 0),
              table.integer("columns", 1),
              table.integer("rows", 1)));
    }
    return new Loadable(
        foldings,
        new Declaration(
            layers,
            new DecisionBounds(
                range(decision, "multiplier", 1, Long.MAX_VALUE, 1),
                range(decision, "offset", Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE),
                decision.has("thresholdMin")
                    ? Optional.of(
                        range(
                            decision, "threshold", Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE))
                    : Optional.empty())),
        (int) object.number("shape", 0, UNSIGNED_WORD),
        object.integer("words", 1),
        tables);
  }

  /** A range from {@code least} to {@code most} at its lower end, above that {@code floor}. */
  private static Range range(JsonObject object, String name, long least, long most, long floor) {
    long min = object.number(name + "Min", least, most);
    return Range.of(min, object.number(name + "Max", Math.max(min, floor), Long.MAX_VALUE));
  }
}
