package io.hdlgen.explore.report;

import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.explore.front.ReferencePoint;
import java.util.Optional;

/** What circuits are compared by. */
record Merit(double accuracy, double balancedAccuracy, double cost) {
  /** Of a point on rows that it has been tried on. */
  static Merit of(FrontPoint point, RowSet rows, CostKind cost) {
    Quality quality = rows.of(point).orElseThrow();
    return new Merit(quality.accuracy(), quality.balancedAccuracy(), cost.of(point.cost()));
  }

  /** Of a published circuit, if it is known what it takes; an unknown balanced accuracy is 0. */
  static Optional<Merit> of(ReferencePoint reference, CostKind cost) {
    return cost.of(reference)
        .map(
            value ->
                new Merit(reference.accuracy(), reference.balancedAccuracy().orElse(0.0), value));
  }

  /** Whether this is at least as good in everything, and better in something. */
  boolean beats(Merit other) {
    return accuracy >= other.accuracy
        && balancedAccuracy >= other.balancedAccuracy
        && cost <= other.cost
        && !equals(other);
  }
}
