package io.hdlgen.quantizer.onnx.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of a node, by name.
 *
 * @param numbers integers and floats, alone and in lists
 * @param texts strings, alone and in lists
 * @param tensors tensors
 */
public record Attributes(
    Map<String, List<Double>> numbers,
    Map<String, List<String>> texts,
    Map<String, Tensor> tensors) {
  public Attributes {
    numbers = Map.copyOf(numbers);
    texts = Map.copyOf(texts);
    tensors = Map.copyOf(tensors);
  }

  /** The number of this name, or {@code otherwise}. */
  public double number(String name, double otherwise) {
    List<Double> list = list(name);
    return list.isEmpty() ? otherwise : list.get(0);
  }

  /** The numbers of this name; none if there are none. */
  public List<Double> list(String name) {
    return numbers.getOrDefault(name, List.of());
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
    List<String> list = textList(name);
    return list.isEmpty() ? otherwise : list.get(0);
  }

  /** The strings of this name; none if there are none. */
  public List<String> textList(String name) {
    return texts.getOrDefault(name, List.of());
  }

  /** The tensor of this name. */
  public Optional<Tensor> tensor(String name) {
    return Optional.ofNullable(tensors.get(name));
  }
}
