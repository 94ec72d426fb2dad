package io.hdlgen.canids.detect;

import io.hdlgen.flow.folder.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a detector was learnt from.
 *
 * @param logs their names, without folders
 * @param synthetic whether one of them says of itself that it is generated
 * @param part which frames of them
 * @param rows windows that were learnt from
 * @param seed of all that was random
 */
public record Origin(List<String> logs, boolean synthetic, LogPart part, int rows, long seed) {
  public Origin {
    logs = List.copyOf(logs);
  }

  Map<String, Object> toObject() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("logs", logs);
    object.put("synthetic", synthetic);
    object.put("part", part.toObject());
    object.put("rows", rows);
    object.put("seed", seed);
    return object;
  }

  static Origin read(JsonObject object) {
    object.allow("logs", "synthetic", "part", "rows", "seed");
    return new Origin(
        object.strings("logs"),
        object.flag("synthetic"),
        LogPart.read(object.object("part")),
        object.integer("rows", 0),
        object.number("seed", Long.MIN_VALUE, Long.MAX_VALUE));
  }
}
