package io.hdlgen.explore.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Made-up outcomes of explorations: plausible, and measured nowhere. */
public final class FrontFixture {
  private static final int ROWS = 480;

  private FrontFixture() {}

  /** A front with trees and published circuits, all tested. */
  public static Front front() {
    return new Front(
        "made-up wine",
        "egfet_1v0",
        List.of("3", "4", "5", "6", "7", "8"),
        List.of("acidity", "sugar", "alcohol <% vol>", "sulphates & salts"),
        0.417,
        points(true),
        trees(true),
        List.of(
            new ReferencePoint(
                "Alpha 2023", "made up", 0.567, Optional.of(0.229), 2.81, Optional.of(9.4)),
            new ReferencePoint(
                "Beta 2024", "made up", 0.535, Optional.of(0.217), 0.032, Optional.of(0.1)),
            new ReferencePoint(
                "Gamma 2023", "made up", 0.55, Optional.of(0.225), 0.85, Optional.of(2.9)),
            new ReferencePoint(
                "Delta 2025", "made up", 0.662, Optional.of(0.34), 3.1, Optional.empty())),
        "p5",
        4312,
        312.4);
  }

  /** The same before test rows are read. */
  public static Front untested() {
    return with(front(), points(false), trees(false));
  }

  /** A front with other points and trees; the first point is recommended. */
  public static Front with(Front front, List<FrontPoint> points, List<FrontPoint> trees) {
    return new Front(
        front.name(),
        front.target(),
        front.classNames(),
        front.featureNames(),
        front.majority(),
        points,
        trees,
        front.references(),
        points.stream().anyMatch(p -> p.id().equals("p5")) ? "p5" : points.get(0).id(),
        front.evaluated(),
        front.seconds());
  }

  /** A point with the same figures on all rows. */
  public static FrontPoint point(String id, double accuracy, double balanced, double area) {
    Quality quality = quality(accuracy, balanced);
    return new FrontPoint(
        id,
        "designs/" + id + "/network.json",
        "0".repeat(64),
        "made up",
        quality,
        quality,
        Optional.of(quality),
        new PrintedCost(9, area, 3 * area, 2, 0.0016, 0.0922, 12));
  }

  private static List<FrontPoint> points(boolean tested) {
    double[] areas = {0, 0.0025, 0.0071, 0.0118, 0.0274, 0.0662, 0.151, 0.34, 0.71};
    double[] accuracies = {0.49, 0.531, 0.554, 0.563, 0.5792, 0.5917, 0.6, 0.6083, 0.6042};
    double[] balanced = {0.19, 0.213, 0.226, 0.228, 0.244, 0.271, 0.283, 0.297, 0.312};
    return points("p", areas, accuracies, balanced, tested);
  }

  private static List<FrontPoint> trees(boolean tested) {
    double[] areas = {0.0025, 0.009, 0.021, 0.048, 0.113, 0.24, 0.43, 0.78, 1.42, 2.4};
    double[] accuracies = {
      0.531, 0.5625, 0.5604, 0.569, 0.5771, 0.5854, 0.5812, 0.594, 0.6125, 0.6021
    };
    double[] balanced = {0.213, 0.228, 0.231, 0.235, 0.251, 0.266, 0.275, 0.281, 0.306, 0.303};
    return points("tree-", areas, accuracies, balanced, tested);
  }

  private static List<FrontPoint> points(
      String prefix, double[] areas, double[] accuracies, double[] balanced, boolean tested) {
    List<FrontPoint> points = new ArrayList<>();
    for (int i = 0; i < areas.length; i++) {
      int comparators = 1 + 2 * i;
      String id = prefix + i;
      points.add(
          new FrontPoint(
              id,
              "designs/" + id + "/network.json",
              String.format(Locale.ROOT, "%064x", 0x9E3779B97F4A7C15L * (i + prefix.length())),
              "a made-up recipe with " + (4 + 6 * i) + " neurons & <lambda> 0." + i,
              quality(accuracies[i] + 0.04, balanced[i] + 0.05),
              quality(accuracies[i] + 0.01, balanced[i] + 0.015),
              tested ? Optional.of(quality(accuracies[i], balanced[i])) : Optional.empty(),
              new PrintedCost(
                  (int) Math.round(330 * areas[i]),
                  areas[i],
                  3.3 * areas[i],
                  comparators,
                  0.0008 * comparators,
                  0.0461 * comparators,
                  8 + 90 * Math.sqrt(areas[i])),
              tested && i == 5
                  ? Optional.of(new Verified(101_599, true, 0, true))
                  : Optional.empty()));
    }
    return points;
  }

  private static Quality quality(double accuracy, double balanced) {
    double half = 1.96 * Math.sqrt(accuracy * (1 - accuracy) / ROWS);
    return new Quality(
        ROWS,
        accuracy,
        Math.max(0, accuracy - half),
        Math.min(1, accuracy + half),
        balanced,
        Optional.of(
            new BalancedInterval(
                0.8 * balanced, 1.1 * balanced, 4, 0.9 * balanced, 0.7 * balanced, balanced)));
  }
}
