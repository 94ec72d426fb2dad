package io.hdlgen.flow;

import io.hdlgen.boards.Target;
import io.hdlgen.flow.folder.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a design can be made for. */
public record TargetList(List<Target> targets) {
  public TargetList {
    targets = List.copyOf(targets);
  }

  /** One JSON object with the key {@code targets}. */
  public String toJson() {
    List<Map<String, Object>> list = targets.stream().map(TargetList::object).toList();
    return CanonicalJson.write(Map.of("targets", list));
  }

  private static Map<String, Object> object(Target target) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", target.name());
    object.put("description", target.description());
    return object;
  }
}
