package io.hdlgen.quantizer.onnx.annotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What an ONNX graph has no place for: names, the exact encoding of the inputs, the kind of
 * decision. Written as metadata properties whose keys begin with {@code hdlgen.}.
 *
 * @param name of the network
 * @param features as they were; a reader believes them only where the graph does the same
 * @param layerNames one a layer
 * @param classNames empty if the decision gives no class
 * @param decision kind of decision
 * @param threshold of a decision by threshold, which the graph subtracts from the score; else 0
 */
public record NetworkAnnotation(
    String name,
    List<InputFeature> features,
    List<String> layerNames,
    List<String> classNames,
    Kind decision,
    long threshold) {

  private static final String NAME = "hdlgen.name";
  private static final String FEATURES = "hdlgen.features";
  private static final String LAYERS = "hdlgen.layers";
  private static final String CLASSES = "hdlgen.classes";
  private static final String DECISION = "hdlgen.decision";
  private static final String THRESHOLD = "hdlgen.threshold";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Kinds of decision. */
  public enum Kind {
    ARG_MAX,
    THRESHOLD,
    SCORES
  }

  public NetworkAnnotation {
    features = List.copyOf(features);
    layerNames = List.copyOf(layerNames);
    classNames = List.copyOf(classNames);
  }

  /** What there is to say of a network. */
  public static NetworkAnnotation of(IntegerNetwork network) {
    Decision decision = network.decision();
    return new NetworkAnnotation(
        network.name(),
        network.inputs(),
        network.layers().stream().map(DenseLayer::name).toList(),
        network.classNames(),
        decision.accept(new KindOf()),
        decision instanceof Decision.Threshold by ? by.threshold() : 0);
  }

  /** As metadata properties, in a fixed order. */
  public SortedMap<String, String> properties() {
    SortedMap<String, String> properties = new TreeMap<>();
    ArrayNode list = JSON.createArrayNode();
    features.forEach(feature -> list.add(json(feature)));
    properties.put(NAME, name);
    properties.put(FEATURES, list.toString());
    properties.put(LAYERS, json(layerNames));
    properties.put(CLASSES, json(classNames));
    properties.put(DECISION, decision.name().toLowerCase(Locale.ROOT));
    properties.put(THRESHOLD, Long.toString(threshold));
    return properties;
  }

  /** The annotation among metadata properties; empty if there is none, or none that makes sense. */
  public static Optional<NetworkAnnotation> of(Map<String, String> properties) {
    if (!properties.containsKey(NAME) || properties.get(NAME).isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new NetworkAnnotation(
              properties.get(NAME),
              list(properties, FEATURES, NetworkAnnotation::feature),
              list(properties, LAYERS, JsonNode::textValue),
              list(properties, CLASSES, JsonNode::textValue),
              Kind.valueOf(properties.getOrDefault(DECISION, "").toUpperCase(Locale.ROOT)),
              Long.parseLong(properties.getOrDefault(THRESHOLD, "0"))));
    } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
      // Somebody else's properties, or edited ones: the graph alone counts then.
      return Optional.empty();
    }
  }

  private static <T> List<T> list(
      Map<String, String> properties, String key, Function<JsonNode, T> element)
      throws JsonProcessingException {
    List<T> list = new ArrayList<>();
    for (JsonNode node : JSON.readTree(properties.getOrDefault(key, "[]"))) {
      list.add(element.apply(node));
    }
    return list;
  }

  private static ObjectNode json(InputFeature feature) {
    return JSON.createObjectNode()
        .put("name", feature.name())
        .put("bits", feature.bits())
        .put("encoding", feature.encoding().name().toLowerCase(Locale.ROOT))
        .put("min", feature.min())
        .put("max", feature.max())
        .put("scale", feature.scale())
        .put("offset", feature.offset())
        .put("rounding", feature.rounding().name().toLowerCase(Locale.ROOT));
  }

  private static InputFeature feature(JsonNode node) {
    return new InputFeature(
        node.get("name").textValue(),
        node.get("bits").intValue(),
        Encoding.valueOf(node.get("encoding").textValue().toUpperCase(Locale.ROOT)),
        node.get("min").longValue(),
        node.get("max").longValue(),
        node.get("scale").doubleValue(),
        node.get("offset").doubleValue(),
        Rounding.valueOf(node.get("rounding").textValue().toUpperCase(Locale.ROOT)));
  }

  private static String json(List<String> names) {
    ArrayNode list = JSON.createArrayNode();
    names.forEach(list::add);
    return list.toString();
  }

  private static final class KindOf implements Decision.Visitor<Kind> {
    @Override
    public Kind visit(Decision.ArgMax argMax) {
      return Kind.ARG_MAX;
    }

    @Override
    public Kind visit(Decision.Threshold threshold) {
      return Kind.THRESHOLD;
    }

    @Override
    public Kind visit(Decision.Scores scores) {
      return Kind.SCORES;
    }

    @Override
    public Kind visit(Decision.Table table) {
      throw new IllegalArgumentException("QONNX has no decision by a table");
    }

    @Override
    public Kind visit(DecisionDiagram diagram) {
      throw new IllegalArgumentException("QONNX has no decision by a diagram");
    }

    @Override
    public Kind visit(AndInverterGraph logic) {
      throw new IllegalArgumentException("QONNX has no decision by gates");
    }
  }
}
