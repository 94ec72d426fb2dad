package io.hdlgen.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A published network of a printed classifier with its rows, as files that hdlgen reads. The
 * network takes features that training rows scale to 0 up to 0.9.
 */
record PrintedModel(Path model, Path training, Path test) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double TOP = 0.9;

  /**
   * @param network the published file
   * @param table the rows, the label last
   * @param testRows numbers of those rows that are for the test
   */
  static PrintedModel write(Path network, Path table, Path testRows, Path folder)
      throws IOException {
    List<String> lines = Files.readAllLines(table);
    Set<Integer> numbers =
        Files.readAllLines(testRows).stream()
            .filter(line -> !line.isBlank())
            .map(line -> Integer.valueOf(line.strip()))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> training = new ArrayList<>(List.of(lines.get(0)));
    List<String> test = new ArrayList<>(List.of(lines.get(0)));
    for (int i = 1; i < lines.size(); i++) {
      (numbers.contains(i - 1) ? test : training).add(lines.get(i));
    }
    String name = table.getFileName().toString().replace(".csv", "");
    return new PrintedModel(
        Files.writeString(
            folder.resolve(name + ".json"),
            MAPPER.writeValueAsString(
                model(name, MAPPER.readTree(network.toFile()), training, lines))),
        Files.write(folder.resolve("train.csv"), training),
        Files.write(folder.resolve("test.csv"), test));
  }

  private static ObjectNode model(
      String name, JsonNode network, List<String> training, List<String> all) {
    ObjectNode model = MAPPER.createObjectNode();
    model.put("format", "hdlgen-model").put("version", 1).put("name", name);
    String[] header = all.get(0).replace("\"", "").split(";");
    ArrayNode features = model.putArray("features");
    for (int i = 0; i < header.length - 1; i++) {
      int column = i;
      double[] values =
          training.stream()
              .skip(1)
              .mapToDouble(line -> Double.parseDouble(line.split(";")[column]))
              .sorted()
              .toArray();
      double span = values[values.length - 1] - values[0];
      features.addObject().put("name", header[i]).put("offset", values[0]).put("scale", span / TOP);
    }
    ArrayNode layers = model.putArray("layers");
    for (int l = 0; l < 2; l++) {
      JsonNode weights = network.get("coefs").get(l);
      ObjectNode layer = layers.addObject().put("name", "layer" + l);
      ArrayNode rows = layer.putArray("weights");
      for (int o = 0; o < weights.get(0).size(); o++) {
        ArrayNode row = rows.addArray();
        for (JsonNode input : weights) {
          row.add(input.get(o));
        }
      }
      layer.set("biases", network.get("intercepts").get(l));
      layer.put("activation", l == 0 ? "relu" : "identity");
    }
    ArrayNode names = model.putArray("classNames");
    all.stream()
        .skip(1)
        .map(line -> Integer.valueOf(line.substring(line.lastIndexOf(';') + 1)))
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(label -> names.add(label.toString()));
    return model;
  }
}
