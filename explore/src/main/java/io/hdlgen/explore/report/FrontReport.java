package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import java.util.List;

/**
 * What a page shows.
 *
 * @param front the outcome
 * @param command the command line that makes it again
 * @param tool name and version of what made it
 * @param sections on the recommended circuit: confusion, reading aloud, sensors, budget, yield
 */
public record FrontReport(Front front, String command, String tool, List<ReportSection> sections) {
  public FrontReport {
    sections = List.copyOf(sections);
  }

  /**
   * The page: HTML that is well-formed XML, too, ended by a line feed. It needs no other file and
   * no script; the same report gives the same text everywhere.
   */
  public String html() {
    return new ReportPage(this).html();
  }
}
