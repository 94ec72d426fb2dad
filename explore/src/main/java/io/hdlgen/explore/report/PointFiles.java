package io.hdlgen.explore.report;

import io.hdlgen.explore.front.FrontPoint;

/** Where the design of a point lies, from the page. */
final class PointFiles {
  private static final String IN_DESIGN = "/network.json";

  private PointFiles() {}

  /** The folder of the design that was made of a point. */
  static String design(FrontPoint point) {
    String network = point.network();
    return network.endsWith(IN_DESIGN)
        ? network.substring(0, network.length() - IN_DESIGN.length() + 1)
        : "designs/" + point.id() + "/";
  }

  /** The folder of its Verilog. */
  static String verilog(FrontPoint point) {
    return design(point) + "rtl/";
  }
}
