package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import java.util.List;
import java.util.Optional;

/**
 * What a page shows.
 *
 * @param front the outcome
 * @param command the command line that makes it again
 * @param tool name and version of what made it
 * @param sections on the recommended circuit: confusion, reading aloud, sensors, budget, yield
 * @param given the network whose approximations the front holds; empty for one that was explored
 */
public record FrontReport(
    Front front,
    String command,
    String tool,
    List<ReportSection> sections,
    Optional<FrontPoint> given) {
  public FrontReport {
    sections = List.copyOf(sections);
  }

  /** Of a front that was explored. */
  public FrontReport(Front front, String command, String tool, List<ReportSection> sections) {
    this(front, command, tool, sections, Optional.empty());
  }

  Origin origin() {
    return given.isPresent() ? Origin.APPROXIMATED : Origin.EXPLORED;
  }

  /**
   * The page: HTML that is well-formed XML, too, ended by a line feed. It needs no other file and
   * no script; the same report gives the same text everywhere.
   */
  public String html() {
    return new ReportPage(this).html();
  }
}
