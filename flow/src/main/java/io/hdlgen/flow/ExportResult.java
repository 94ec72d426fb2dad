package io.hdlgen.flow;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An exported network.
 *
 * @param file where it lies
 * @param notes what the user should know: one sentence each
 */
public record ExportResult(Path file, IntegerNetwork network, List<String> notes) {
  public ExportResult {
    notes = List.copyOf(notes);
  }

  /** One JSON object with the keys {@code file, notes}. */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", file.toString());
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }
}
