package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Quality;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows that a figure is of. No figure is shown without them. */
enum RowSet {
  TRAINING,
  VALIDATION,
  TEST;

  /** What people read. */
  String label() {
    return switch (this) {
      case TRAINING -> "training";
      case VALIDATION -> "validation";
      case TEST -> "test";
    };
  }

  /** The quality of a point on these rows. */
  Optional<Quality> of(FrontPoint point) {
    return switch (this) {
      case TRAINING -> Optional.of(point.train());
      case VALIDATION -> Optional.of(point.validation());
      case TEST -> point.test();
    };
  }

  /** The rows to compare on: test rows once all points and trees were tested. */
  static RowSet compared(Front front) {
    return Stream.concat(front.points().stream(), front.trees().stream())
            .allMatch(point -> point.test().isPresent())
        ? TEST
        : VALIDATION;
  }
}
