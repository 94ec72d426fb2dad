package io.hdlgen.explore.report;

import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.front.ReferencePoint;
import java.util.Optional;

/** What is paid. */
enum CostKind {
  AREA("area", "cm\u00b2", false),
  POWER("static power", "mW", false),
  TOTAL_AREA("area with converters", "cm\u00b2", true),
  TOTAL_POWER("power with converters", "mW", true);

  private final String label;
  private final String unit;
  private final boolean converters;

  CostKind(String label, String unit, boolean converters) {
    this.label = label;
    this.unit = unit;
    this.converters = converters;
  }

  String label() {
    return label;
  }

  String unit() {
    return unit;
  }

  /** Whether converters are counted. */
  boolean converters() {
    return converters;
  }

  double of(PrintedCost cost) {
    return switch (this) {
      case AREA -> cost.areaCm2();
      case POWER -> cost.staticPowerMw();
      case TOTAL_AREA -> cost.totalAreaCm2();
      case TOTAL_POWER -> cost.totalPowerMw();
    };
  }

  /** What a published circuit takes, if known; converters were never published with one. */
  Optional<Double> of(ReferencePoint reference) {
    return switch (this) {
      case AREA -> Optional.of(reference.areaCm2());
      case POWER -> reference.staticPowerMw();
      case TOTAL_AREA, TOTAL_POWER -> Optional.empty();
    };
  }
}
