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
 * @param dominated trees that some point dominates in accuracy, balanced accuracy and cost
 * @param equalled trees that are not dominated, and that some point equals in all three
 * @param unbeaten the other trees
 * @param behind points that some tree dominates
 * @param ratios for each tree whose accuracy some point reaches: the tree's cost over that of the
 *     cheapest such point; infinite where that costs nothing
 * @param unreached trees whose accuracy no point reaches
 */
record Comparison(
    List<FrontPoint> dominated,
    List<FrontPoint> equalled,
    List<FrontPoint> unbeaten,
    List<FrontPoint> behind,
    List<Double> ratios,
    List<FrontPoint> unreached) {

  /**
   * Compares the explored points and the trees of a front, all of which have figures of these rows.
   */
  static Comparison of(Front front, RowSet rows, CostKind cost) {
    List<Merit> ours = front.explored().stream().map(point -> Merit.of(point, rows, cost)).toList();
    List<FrontPoint> dominated = new ArrayList<>();
    List<FrontPoint> equalled = new ArrayList<>();
    List<FrontPoint> unbeaten = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<FrontPoint> unreached = new ArrayList<>();
    List<Merit> trees = new ArrayList<>();
    for (FrontPoint tree : front.trees()) {
      Merit merit = Merit.of(tree, rows, cost);
      trees.add(merit);
      if (ours.stream().anyMatch(point -> point.dominates(merit))) {
        dominated.add(tree);
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
        ratios.add(ratio(merit.cost(), cheapest.getAsDouble()));
      } else {
        unreached.add(tree);
      }
    }
    List<FrontPoint> behind =
        front.explored().stream()
            .filter(point -> trees.stream().anyMatch(t -> t.dominates(Merit.of(point, rows, cost))))
            .toList();
    return new Comparison(dominated, equalled, unbeaten, behind, ratios, unreached);
  }

  /** How many times more the first is; 1 if both are nothing. */
  static double ratio(double other, double own) {
    return other == own ? 1 : other / own;
  }

  /** Number of trees. */
  int trees() {
    return dominated.size() + equalled.size() + unbeaten.size();
  }
}
