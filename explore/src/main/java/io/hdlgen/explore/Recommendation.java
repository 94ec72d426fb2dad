package io.hdlgen.explore;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.protocol.OpenedTestRows;
import io.hdlgen.explore.recommended.Evidence;
import io.hdlgen.explore.recommended.MappedDesign;
import io.hdlgen.explore.recommended.Rival;
import io.hdlgen.explore.report.FrontReport;
import io.hdlgen.explore.report.ReportSection;
import io.hdlgen.explore.yield.MonteCarlo;
import io.hdlgen.flow.ToolVersion;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the report of a front and of its recommended circuit. */
final class Recommendation {
  /** Copies of a circuit that are tried at each size of an error. */
  private static final int COPIES = 1000;

  private final ExploreRequest request;
  private final Samples training;
  private final OpenedTestRows test;
  private final Candidate chosen;
  private final List<Candidate> trees;

  Recommendation(
      ExploreRequest request,
      Samples training,
      OpenedTestRows test,
      Candidate chosen,
      List<Candidate> trees) {
    this.request = request;
    this.training = training;
    this.test = test;
    this.chosen = chosen;
    this.trees = trees;
  }

  /**
   * The page, into the folder.
   *
   * @throws io.hdlgen.sim.tool.ToolException if any design cannot be printed: {@link
   *     PrintableDesigns}
   */
  void write(ExploreFolder folder, Front front, Designs designs) {
    Map<String, MappedDesign> mapped =
        PrintableDesigns.read(designs.all(), request.target(), training);
    MadeDesign design = designs.of(chosen.id());
    OutputFile.write(
        folder.report(),
        new FrontReport(
                front,
                ExploreText.of(request),
                "hdlgen " + ToolVersion.current(),
                sections(front, design, mapped.get(chosen.id())))
            .html());
  }

  private List<ReportSection> sections(Front front, MadeDesign design, MappedDesign mapped) {
    List<Rival> rivals = new ArrayList<>();
    for (Candidate tree : trees) {
      FrontPoint point =
          front.trees().stream()
              .filter(each -> each.id().equals(tree.id()))
              .findFirst()
              .orElseThrow();
      rivals.add(new Rival(point, tree.network()));
    }
    return new Evidence(
            front.recommendedPoint(),
            chosen.network(),
            mapped,
            design.synthesis(),
            training,
            test,
            rivals)
        .sections(new MonteCarlo(COPIES, request.seed(), request.threads()));
  }
}
