package io.hdlgen.explore.report;

import io.hdlgen.explore.front.FrontPoint;
import java.util.List;
import java.util.stream.Collectors;

/** Names of points in a sentence. */
final class PointNames {
  private static final int MOST = 12;

  private PointNames() {}

  /** All of them; of many, the first only. */
  static String of(List<FrontPoint> points) {
    String names =
        points.stream().limit(MOST).map(FrontPoint::id).collect(Collectors.joining(", "));
    return points.size() <= MOST ? names : names + " and " + (points.size() - MOST) + " more";
  }
}
