package io.hdlgen.quantizer.approximate;

import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * A popcount that counts no further than a cap in each group of inputs: {@code sum over groups of
 * sign * min(sum of the group's values, cap)}. Groups are of inputs with the weight 1, and of those
 * with -1, as they follow on each other; an input left over, and other weights, count in full. With
 * the cap 1, values 0 and 1 are joined by an OR.
 *
 * <p>For neurons whose popcounts Mrazek et al., "Evolutionary Approximation of Ternary Neurons for
 * On-sensor Printed Neural Networks", ICCAD 2024, approximate.
 *
 * @param size most inputs of a group, at least 2
 * @param cap at least 1
 */
public record SaturatedPopcount(int size, long cap) implements LayerApproximation {
  public SaturatedPopcount {
    if (size < 2 || cap < 1) {
      throw new IllegalArgumentException("groups of " + size + " inputs, cap " + cap);
    }
  }

  @Override
  public DenseLayer apply(DenseLayer layer, List<Interval> inputs) {
    if (!(layer.arithmetic() instanceof Arithmetic.Exact)) {
      throw new IllegalArgumentException("layer " + layer.name() + " is not exact");
    }
    List<List<Arithmetic.Group>> groups = new ArrayList<>();
    for (int n = 0; n < layer.outputs(); n++) {
      List<Arithmetic.Group> neuron = new ArrayList<>();
      addGroups(neuron, layer, n, 1);
      addGroups(neuron, layer, n, -1);
      groups.add(neuron);
    }
    return layer.withArithmetic(new Arithmetic.SaturatedGroups(groups));
  }

  private void addGroups(List<Arithmetic.Group> groups, DenseLayer layer, int neuron, long weight) {
    List<Integer> members = new ArrayList<>();
    for (int i = 0; i < layer.inputs(); i++) {
      if (layer.weights().get(neuron, i) == weight) {
        members.add(i);
      }
    }
    for (int first = 0; first + 1 < members.size(); first += size) {
      int last = Math.min(members.size(), first + size);
      groups.add(new Arithmetic.Group(members.subList(first, last), cap));
    }
  }
}
