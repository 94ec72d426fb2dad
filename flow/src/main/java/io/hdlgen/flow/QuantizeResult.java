package io.hdlgen.flow;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A quantized network.
 *
 * @param file where it lies
 * @param rows that chose the quantization
 * @param accuracy empty without labels
 * @param search what a search for bits has found, if there was one
 * @param seconds that all took
 * @param notes what the user should know: one sentence each
 */
public record QuantizeResult(
    Path file,
    IntegerNetwork network,
    int rows,
    Optional<Accuracy> accuracy,
    Optional<BitSearchSummary> search,
    double seconds,
    List<String> notes) {
  public QuantizeResult {
    notes = List.copyOf(notes);
  }

  /**
   * One JSON object with the keys {@code rows, accuracy, search, network, seconds, notes}; what
   * there is not is null.
   */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rows", rows);
    object.put("accuracy", accuracy.map(Accuracy::object).orElse(null));
    object.put("search", search.map(BitSearchSummary::object).orElse(null));
    object.put("network", file.toString());
    object.put("seconds", seconds);
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }
}
