package io.hdlgen.explore.approximate;

import io.hdlgen.explore.approximate.Genes.Kind;
import io.hdlgen.explore.approximate.Genes.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A first population: the network itself, each named approximation everywhere in all its strengths,
 * and random ones, from slight to rough.
 */
final class FirstPoints {
  private static final List<Kind> NAMED =
      List.of(
          Kind.COLUMNS,
          Kind.FEATURE,
          Kind.WIDTH,
          Kind.PRODUCT,
          Kind.DIGITS,
          Kind.COMPLEMENT,
          Kind.COMPARATOR);
  private static final double ROUGHEST = 0.4;

  private FirstPoints() {}

  static List<double[]> of(List<Slot> slots, int size, long seed) {
    List<double[]> points = new ArrayList<>();
    points.add(new double[slots.size()]);
    for (int strength = 1; points.size() < size / 2; strength++) {
      int before = points.size();
      for (Kind kind : NAMED) {
        if (points.size() < size / 2 && has(slots, kind, strength)) {
          points.add(everywhere(slots, kind, strength));
        }
      }
      if (points.size() == before) {
        break;
      }
    }
    Random random = new Random(seed);
    int left = size - points.size();
    for (int k = 0; k < left; k++) {
      double rough = ROUGHEST * (k + 1) / left;
      points.add(
          slots.stream()
              .mapToDouble(slot -> random.nextDouble() < rough ? random.nextDouble() : 0)
              .toArray());
    }
    return points;
  }

  private static boolean has(List<Slot> slots, Kind kind, int strength) {
    return slots.stream().anyMatch(slot -> slot.kind() == kind && strength < slot.levels());
  }

  private static double[] everywhere(List<Slot> slots, Kind kind, int strength) {
    return slots.stream()
        .mapToDouble(
            slot -> slot.kind() == kind ? slot.value(Math.min(strength, slot.levels() - 1)) : 0)
        .toArray();
  }
}
