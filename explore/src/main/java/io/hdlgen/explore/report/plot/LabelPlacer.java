package io.hdlgen.explore.report.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** How bad it is if the line that joins a label to its point crosses another label or point. */
  private static final double CROSSING = 60;

  /** How bad it is to leave a label out. */
  private static final double LOST = 1000;

  private final Box frame;
  private final List<Drawn> drawn = new ArrayList<>();
  private final List<Box> marks = new ArrayList<>();
  private final List<Box> taken = new ArrayList<>();

  private record Drawn(Box box, double weight) {}

  /** A label that is to go beside one of the anchors. */
  record Request(String style, String text, List<Spot> anchors) {}

  /** Where a label goes, and whether it is so far from its point that a line must join them. */
  record Placed(Request request, Box box, Spot anchor, boolean leader, double cost) {}

  LabelPlacer(Box frame) {
    this.frame = frame;
  }

  /** Something that labels should rather not cover. */
  void avoid(Box box) {
    drawn.add(new Drawn(box, 1));
  }

  /** A point: neither labels nor their lines should cover it. */
  void mark(Box box) {
    avoid(box);
    marks.add(box);
  }

  /**
   * A straight line that labels should rather not cover.
   *
   * @param weight how bad it is to cover it; 1 for a line that matters
   */
  void avoidLine(Spot from, Spot to, double weight) {
    from.dotsTo(to).forEach(dot -> drawn.add(new Drawn(dot, weight)));
  }

  /** Something that labels must not cover. */
  void take(Box box) {
    taken.add(box);
  }

  /**
   * Places several labels in the order, among some, that is best for all of them; without those for
   * which there is no room.
   */
  List<Placed> placeAll(List<Request> requests) {
    List<Placed> best = List.of();
    LabelPlacer bestPlacer = this;
    double least = Double.POSITIVE_INFINITY;
    for (List<Request> order : orders(requests)) {
      LabelPlacer placer = copy();
      List<Placed> all = order.stream().flatMap(each -> placer.place(each).stream()).toList();
      double cost =
          all.stream().mapToDouble(Placed::cost).sum() + LOST * (requests.size() - all.size());
      if (cost < least) {
        least = cost;
        best = all;
        bestPlacer = placer;
      }
    }
    drawn.addAll(bestPlacer.drawn.subList(drawn.size(), bestPlacer.drawn.size()));
    taken.addAll(bestPlacer.taken.subList(taken.size(), bestPlacer.taken.size()));
    return best;
  }

  private static List<List<Request>> orders(List<Request> requests) {
    List<List<Request>> orders = new ArrayList<>();
    for (Comparator<Request> by :
        List.<Comparator<Request>>of(
            (a, b) -> 0,
            Comparator.comparingDouble(each -> each.anchors().get(0).x()),
            Comparator.comparingDouble(each -> each.anchors().get(0).y()))) {
      List<Request> order = new ArrayList<>(requests);
      order.sort(by);
      orders.add(order);
      List<Request> reversed = new ArrayList<>(order);
      Collections.reverse(reversed);
      orders.add(reversed);
    }
    return orders;
  }

  private LabelPlacer copy() {
    LabelPlacer copy = new LabelPlacer(frame);
    copy.drawn.addAll(drawn);
    copy.marks.addAll(marks);
    copy.taken.addAll(taken);
    return copy;
  }

  /** The best place for a label, which is taken from then on; empty if there is no room. */
  Optional<Placed> place(Request request) {
    Candidate best = null;
    for (double distance : DISTANCES) {
      for (Spot anchor : request.anchors()) {
        for (int direction = 0; direction < DIRECTIONS; direction++) {
          // Distances grow: from one on, nothing can be better than what was found.
          if (best == null || best.cost() > distance) {
            Candidate candidate = candidate(request.text(), anchor, distance, direction);
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
    boolean leader = best.distance() >= FAR;
    if (leader) {
      avoidLine(best.anchor(), best.box().nearest(best.anchor()), 2);
    }
    return Optional.of(new Placed(request, best.box(), best.anchor(), leader, best.cost()));
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
    double crossed = distance < FAR ? 0 : CROSSING * crossed(anchor, box.nearest(anchor));
    return new Candidate(box, anchor, distance, covered + distance + sideways + crossed);
  }

  /** Number of labels and points that a line would cross on its way from its own point. */
  private long crossed(Spot from, Spot to) {
    List<Box> dots = from.dotsTo(to);
    Box own = Box.around(from.x(), from.y(), 1);
    return Stream.concat(taken.stream(), marks.stream().filter(mark -> mark.overlap(own) == 0))
        .filter(box -> dots.stream().anyMatch(dot -> dot.overlap(box) > 0))
        .count();
  }

  /** About as wide as the text is set; rather more. */
  static double width(String text) {
    return 2 + LETTER_WIDTH * text.codePointCount(0, text.length());
  }
}
