package io.hdlgen.explore.report;

/** What made a front, in the words of the page. */
enum Origin {
  EXPLORED(
      "recipes",
      "Explored circuits",
      "Circles: explored circuits; squares: decision trees",
      "explored circuits and trees",
      "Validation: mean over the folds"),
  APPROXIMATED(
      "networks",
      "Approximations",
      "Circles: approximations; diamond: the network as it was given",
      "circuits",
      "Training: the rows that were searched on; validation: the others, which chose");

  private final String tried;
  private final String circuits;
  private final String legend;
  private final String drawn;
  private final String rows;

  Origin(String tried, String circuits, String legend, String drawn, String rows) {
    this.tried = tried;
    this.circuits = circuits;
    this.legend = legend;
    this.drawn = drawn;
    this.rows = rows;
  }

  /** What was tried many of. */
  String tried() {
    return tried;
  }

  /** A heading for the points. */
  String circuits() {
    return circuits;
  }

  /** What marks of plots mean. */
  String legend() {
    return legend;
  }

  /** What those marks stand for. */
  String drawn() {
    return drawn;
  }

  /** Which rows figures are of. */
  String rows() {
    return rows;
  }
}
