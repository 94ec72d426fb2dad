package io.hdlgen.explore.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds room for labels, one after the other: no label covers another or leaves the frame, and each
 * covers as little of the drawing as can be. A greedy form of point-feature label placement
 * (Christensen, Marks, Shieber, "An Empirical Study of Algorithms for Point-Feature Label
 * Placement", ACM Transactions on Graphics, 1995).
 */
final class LabelPlacer {
  /** Size of the letters, in the unit of the drawing. */
  static final double FONT = 12;

  private static final double LETTER_WIDTH = 0.58 * FONT;
  private static final double[] DISTANCES = {7, 11, 16, 23, 32, 44, 58, 74, 92};
  private static final int DIRECTIONS = 16;
  private static final double FAR = 18;

  private final Box frame;
  private final List<Drawn> drawn = new ArrayList<>();
  private final List<Box> taken = new ArrayList<>();

  private record Drawn(Box box, double weight) {}

  /** A point of a drawing. */
  record Spot(double x, double y) {}

  /** Where a label goes, and whether it is so far from its point that a line must join them. */
  record Placed(String text, Box box, Spot anchor, boolean leader) {}

  LabelPlacer(Box frame) {
    this.frame = frame;
  }

  /** Something that labels should rather not cover. */
  void avoid(Box box) {
    drawn.add(new Drawn(box, 1));
  }

  /**
   * A straight line that labels should rather not cover.
   *
   * @param weight how bad it is to cover it; 1 for a line that matters
   */
  void avoidLine(Spot from, Spot to, double weight) {
    double width = to.x() - from.x();
    double height = to.y() - from.y();
    int steps = 1 + (int) (Math.hypot(width, height) / 6);
    for (int i = 0; i <= steps; i++) {
      double part = (double) i / steps;
      Box box = Box.around(from.x() + part * width, from.y() + part * height, 1.5);
      drawn.add(new Drawn(box, weight));
    }
  }

  /** Something that labels must not cover. */
  void take(Box box) {
    taken.add(box);
  }

  /**
   * The best place for a label beside one of the anchors, which is taken from then on; empty if
   * there is no room.
   */
  Optional<Placed> place(String text, List<Spot> anchors) {
    Candidate best = null;
    for (double distance : DISTANCES) {
      for (Spot anchor : anchors) {
        for (int direction = 0; direction < DIRECTIONS; direction++) {
          // Distances grow: from one on, nothing can be better than what was found.
          if (best == null || best.cost() > distance) {
            Candidate candidate = candidate(text, anchor, distance, direction);
            boolean better = best == null || candidate.cost() < best.cost();
            best = better && allowed(candidate.box()) ? candidate : best;
          }
        }
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    taken.add(best.box());
    return Optional.of(new Placed(text, best.box(), best.anchor(), best.distance() >= FAR));
  }

  private record Candidate(Box box, Spot anchor, double distance, double cost) {}

  private boolean allowed(Box box) {
    return box.within(frame) && taken.stream().noneMatch(other -> other.overlap(box) > 0);
  }

  private Candidate candidate(String text, Spot anchor, double distance, int direction) {
    double angle = 2 * Math.PI * direction / DIRECTIONS;
    double width = width(text);
    // The edge of the box, not its middle, is at the distance: boxes are much wider than high.
    double x = anchor.x() + Math.cos(angle) * (distance + width / 2);
    double y = anchor.y() + Math.sin(angle) * (distance + FONT / 2);
    Box box = new Box(x - width / 2, y - FONT / 2 - 1, x + width / 2, y + FONT / 2 + 1);
    double covered = 0;
    for (Drawn each : drawn) {
      covered += each.weight() * each.box().overlap(box);
    }
    double sideways = direction % (DIRECTIONS / 2) == 0 ? 0 : 1;
    return new Candidate(box, anchor, distance, covered + distance + sideways);
  }

  /** About as wide as the text is set; rather more. */
  static double width(String text) {
    return 2 + LETTER_WIDTH * text.codePointCount(0, text.length());
  }
}
