package io.hdlgen.quantizer.onnx.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of a node, by name.
 *
 * @param numbers integers and floats, alone and in lists
 * @param texts strings
 * @param tensors tensors
 */
public record Attributes(
    Map<String, List<Double>> numbers, Map<String, String> texts, Map<String, Tensor> tensors) {
  public Attributes {
    numbers = Map.copyOf(numbers);
    texts = Map.copyOf(texts);
    tensors = Map.copyOf(tensors);
  }

  /** The number of this name, or {@code otherwise}. */
  public double number(String name, double otherwise) {
    List<Double> list = numbers.getOrDefault(name, List.of());
    return list.isEmpty() ? otherwise : list.get(0);
  }

  /** The integer of this name, or {@code otherwise}. */
  public int integer(String name, int otherwise) {
    return (int) number(name, otherwise);
  }

  /** The list of integers of this name. */
  public Optional<int[]> integers(String name) {
    return Optional.ofNullable(numbers.get(name))
        .map(list -> list.stream().mapToInt(Double::intValue).toArray());
  }

  /** The string of this name, or {@code otherwise}. */
  public String text(String name, String otherwise) {
    return texts.getOrDefault(name, otherwise);
  }

  /** The tensor of this name. */
  public Optional<Tensor> tensor(String name) {
    return Optional.ofNullable(tensors.get(name));
  }
}
