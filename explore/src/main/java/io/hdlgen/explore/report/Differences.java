package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Verified;
import io.hdlgen.explore.report.block.Block;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.NumberText;
import java.util.ArrayList;
import java.util.List;

/** The circuits whose designs are not what they should be. */
final class Differences {
  private Differences() {}

  /** Empty if all that were compared are. */
  static List<ReportSection> sections(Front front) {
    if (front.differing().isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    for (FrontPoint point : front.differing()) {
      blocks.add(new Prose(sentence(point.id(), point.verified().orElseThrow()), true));
    }
    blocks.add(
        new Prose(
            "Figures of accuracy are those of the network, not of such a design: do not print it."));
    return List.of(new ReportSection("Verification failed", blocks));
  }

  private static String sentence(String id, Verified verified) {
    return verified.mismatches() == 0
        ? id + " differs from its reference, as was proven; no vector that was compared shows it."
        : "%s differs from its reference: %s mismatches in %s vectors."
            .formatted(
                id, NumberText.count(verified.mismatches()), NumberText.count(verified.vectors()));
  }
}
