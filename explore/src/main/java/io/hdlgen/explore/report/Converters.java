package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import java.util.stream.Stream;

/** What is known of converters. */
final class Converters {
  private Converters() {}

  /** Whether they are counted at all: for some technologies none are published. */
  static boolean counted(Front front) {
    return Stream.concat(front.points().stream(), front.trees().stream())
        .anyMatch(point -> point.cost().adcAreaCm2() > 0 || point.cost().adcPowerMw() > 0);
  }
}
