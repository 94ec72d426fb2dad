package io.hdlgen.explore.report.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Points that belong together.
 *
 * @param label for all of them; empty if each has its own
 * @param style how they look
 * @param marks the points
 */
public record MarkSeries(String label, Style style, List<Mark> marks) {
  /**
   * Colour, shape and joint of the points. Shapes differ, too: colours alone reach not everybody.
   */
  public enum Style {
    /** Filled circles and their staircase. */
    OURS,
    /** Open squares and their staircase. */
    TREES,
    /** Diamonds, each with its name. */
    PUBLISHED;

    String cssClass() {
      return switch (this) {
        case OURS -> "ours";
        case TREES -> "trees";
        case PUBLISHED -> "published";
      };
    }

    boolean staircase() {
      return this != PUBLISHED;
    }
  }

  public MarkSeries {
    marks = List.copyOf(marks);
  }

  /** The marks that none beats: less x or more y, and the other not worse. By ascending x. */
  List<Mark> staircase() {
    List<Mark> sorted = new ArrayList<>(marks);
    sorted.sort(
        Comparator.comparingDouble(Mark::x)
            .thenComparing(Comparator.comparingDouble(Mark::y).reversed()));
    List<Mark> best = new ArrayList<>();
    for (Mark mark : sorted) {
      if (best.isEmpty() || mark.y() > best.get(best.size() - 1).y()) {
        best.add(mark);
      }
    }
    return best;
  }
}
