package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Points that the search made against decision trees, by one cost and the figures of the same rows.
 * Trees that are points, too, are not compared with themselves.
 *
 * @param beaten trees that some point {@link Merit#beats beats}
 * @param equalled trees that are not beaten, and that some point equals in everything
 * @param unbeaten the other trees
 * @param behind points that some tree beats
 * @param shares for each tree whose accuracy some point reaches: the cost of the cheapest such
 *     point as a share of the tree's; infinite where the tree alone costs nothing
 * @param unreached trees whose accuracy no point reaches
 */
record Comparison(
    List<FrontPoint> beaten,
    List<FrontPoint> equalled,
    List<FrontPoint> unbeaten,
    List<FrontPoint> behind,
    List<Double> shares,
    List<FrontPoint> unreached) {

  /**
   * Compares the explored points and the trees of a front, all of which have figures of these rows.
   */
  static Comparison of(Front front, RowSet rows, CostKind cost) {
    List<Merit> ours = front.explored().stream().map(point -> Merit.of(point, rows, cost)).toList();
    List<FrontPoint> beaten = new ArrayList<>();
    List<FrontPoint> equalled = new ArrayList<>();
    List<FrontPoint> unbeaten = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    List<FrontPoint> unreached = new ArrayList<>();
    List<Merit> trees = new ArrayList<>();
    for (FrontPoint tree : front.trees()) {
      Merit merit = Merit.of(tree, rows, cost);
      trees.add(merit);
      if (ours.stream().anyMatch(point -> point.beats(merit))) {
        beaten.add(tree);
      } else if (ours.contains(merit)) {
        equalled.add(tree);
      } else {
        unbeaten.add(tree);
      }
      OptionalDouble cheapest =
          ours.stream()
              .filter(point -> point.accuracy() >= merit.accuracy())
              .mapToDouble(Merit::cost)
              .min();
      if (cheapest.isPresent()) {
        shares.add(share(cheapest.getAsDouble(), merit.cost()));
      } else {
        unreached.add(tree);
      }
    }
    List<FrontPoint> behind =
        front.explored().stream()
            .filter(point -> trees.stream().anyMatch(t -> t.beats(Merit.of(point, rows, cost))))
            .toList();
    return new Comparison(beaten, equalled, unbeaten, behind, shares, unreached);
  }

  /** The first as a share of the second; 1 if both are nothing. */
  static double share(double own, double other) {
    return own == other ? 1 : own / other;
  }

  /** Number of trees. */
  int trees() {
    return beaten.size() + equalled.size() + unbeaten.size();
  }
}
