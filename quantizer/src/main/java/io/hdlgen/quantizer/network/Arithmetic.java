package io.hdlgen.quantizer.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a layer makes accumulators of its weights, biases and inputs. {@link AccumulatorFunction}
 * defines each kind, {@link AccumulatorRange} bounds it.
 */
public sealed interface Arithmetic {
  /** Every product and sum as it is. */
  Exact EXACT = new Exact();

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** Why a layer with these weights cannot have this arithmetic; empty if it can. */
  Optional<String> contradiction(LongMatrix weights);

  /** One method a kind: a new kind breaks the build where work is due. */
  interface Visitor<R> {
    R visit(Exact exact);

    R visit(MaskedSummands masked);

    R visit(SaturatedGroups saturated);
  }

  /** {@code accumulator = bias + sum of weight * value}. */
  record Exact() implements Arithmetic {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public Optional<String> contradiction(LongMatrix weights) {
      return Optional.empty();
    }
  }

  /**
   * Summands of which chosen bits are left out: {@code sign(weight) * ((|weight| * value) & mask)},
   * the product in two's complement of endless width, so that a negative product keeps its sign if
   * and only if the mask is negative. The mask -1 keeps all, 0 nothing.
   *
   * <p>With {@code onesComplement} the magnitudes of a neuron's negative summands are added up and
   * the bits of that sum are turned, without the 1 that a subtraction needs on top: its accumulator
   * is one less than without. That concerns the neurons that have a {@linkplain #subtracts negative
   * summand}. Biases are exact in either case.
   *
   * <p>Source: Afentaki et al., "Bespoke Approximation of Multiplication-Accumulation and
   * Activation Targeting Printed Multilayer Perceptrons", ICCAD 2023.
   *
   * @param masks {@code [outputs][inputs]}
   */
  record MaskedSummands(LongMatrix masks, boolean onesComplement) implements Arithmetic {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    /** Whether some summand of a neuron counts negatively: a weight below 0 with a mask not 0. */
    public boolean subtracts(LongVector weights, int neuron) {
      LongVector row = masks.row(neuron);
      for (int i = 0; i < row.size(); i++) {
        if (weights.get(i) < 0 && row.get(i) != 0) {
          return true;
        }
      }
      return false;
    }

    /** What the one's complement takes from a neuron's accumulator: 1 or 0. */
    public int shortfall(LongVector weights, int neuron) {
      return onesComplement && subtracts(weights, neuron) ? 1 : 0;
    }

    @Override
    public Optional<String> contradiction(LongMatrix weights) {
      return masks.rows() == weights.rows() && masks.columns() == weights.columns()
          ? Optional.empty()
          : Optional.of(
              "%d x %d masks for %d x %d weights"
                  .formatted(masks.rows(), masks.columns(), weights.rows(), weights.columns()));
    }
  }

  /**
   * Inputs of a neuron that are added up and cut off at a cap before they count: {@code sign *
   * min(sum of the group's values, cap)}. Over values 0 and 1 the cap 1 is an OR in the place of
   * adders. Weights of inputs in no group count as they are.
   *
   * <p>A popcount that is cheap and too low now and then, for the neurons that Mrazek et al.,
   * "Evolutionary Approximation of Ternary Neurons for On-sensor Printed Neural Networks", ICCAD
   * 2024, give approximate popcounts that are found gate by gate.
   *
   * @param groups {@code [outputs][groups of the neuron]}; no input of a neuron is in two of them.
   *     Kept in the order of their first inputs
   */
  record SaturatedGroups(List<List<Group>> groups) implements Arithmetic {
    public SaturatedGroups {
      groups =
          groups.stream()
              .map(
                  neuron ->
                      neuron.stream()
                          .sorted(Comparator.comparingInt(group -> group.inputs().get(0)))
                          .toList())
              .toList();
      for (List<Group> neuron : groups) {
        List<Integer> all = new ArrayList<>();
        neuron.forEach(group -> all.addAll(group.inputs()));
        if (all.stream().distinct().count() < all.size()) {
          throw new IllegalArgumentException("an input in two groups of a neuron: " + neuron);
        }
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    /** The weights of one neuron for inputs that are in no group; 0 for the others. */
    public LongVector single(LongVector weights, int neuron) {
      long[] rest = weights.toArray();
      groups.get(neuron).forEach(group -> group.inputs().forEach(i -> rest[i] = 0));
      return LongVector.of(rest);
    }

    @Override
    public Optional<String> contradiction(LongMatrix weights) {
      if (groups.size() != weights.rows()) {
        return Optional.of(
            "groups of %d neurons for %d neurons".formatted(groups.size(), weights.rows()));
      }
      for (int n = 0; n < groups.size(); n++) {
        for (Group group : groups.get(n)) {
          if (group.inputs().get(group.inputs().size() - 1) >= weights.columns()) {
            return Optional.of(
                "neuron %d: group %s for %d inputs".formatted(n, group, weights.columns()));
          }
          long sign = weights.get(n, group.inputs().get(0));
          for (int i : group.inputs()) {
            if (Math.abs(sign) != 1 || weights.get(n, i) != sign) {
              return Optional.of(
                  "neuron %d: weight %d of input %d in group %s, whose weights are not all 1 or all -1"
                      .formatted(n, weights.get(n, i), i, group));
            }
          }
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Inputs that saturate together.
   *
   * @param inputs at least one; kept in ascending order, none twice
   * @param cap at least 1
   */
  record Group(List<Integer> inputs, long cap) {
    public Group {
      inputs = inputs.stream().sorted().toList();
      if (inputs.isEmpty() || inputs.get(0) < 0 || cap < 1) {
        throw new IllegalArgumentException("group of inputs " + inputs + ", cap " + cap);
      }
      if (inputs.stream().distinct().count() < inputs.size()) {
        throw new IllegalArgumentException("an input twice in the group " + inputs);
      }
    }
  }
}
