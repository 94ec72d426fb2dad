package io.hdlgen.explore.recommended;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.boards.printed.PrintedCircuit.Objective;
import io.hdlgen.explore.MappedTree;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.explore.protocol.FrozenChoice;
import io.hdlgen.explore.protocol.OpenedTestRows;
import io.hdlgen.explore.protocol.TrainTestSplit;
import io.hdlgen.explore.report.FrontReport;
import io.hdlgen.explore.report.ReportSection;
import io.hdlgen.explore.yield.MonteCarlo;
import io.hdlgen.flow.DataSource;
import io.hdlgen.flow.design.DesignOptions;
import io.hdlgen.flow.synth.InputRows;
import io.hdlgen.flow.synth.PrintedOptions;
import io.hdlgen.flow.synth.SynthResult;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.quantizer.train.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sections of a small tree that was mapped, on rows that it labelled itself, some wrongly. */
class EvidenceTest {
  private static final int ROWS = 200;

  @TempDir Path folder;

  @Test
  void tellsWhatIsKnown() throws IOException {
    IntegerNetwork network = NetworkJson.read(MappedTree.NETWORK);
    TrainTestSplit split = TrainTestSplit.made(DataSource.of(table(network)), 1);
    OpenedTestRows test =
        split.test().open(FrozenChoice.freeze(folder.resolve("frozen.json"), network, List.of()));
    SynthResult synthesis = synthesize(split.training());
    MappedDesign design =
        MappedDesign.read(
            folder.resolve("tree"),
            "egfet_1v0",
            (String) synthesis.report().get("mapping"),
            split.training());
    // Power is that of the rows that synth was given.
    assertThat(design.circuit().power().staticMw())
        .isCloseTo(
            (double) synthesis.report().get("staticPowerMw"),
            org.assertj.core.data.Offset.offset(1e-6));
    FrontPoint point = point("p01", 0.05, design);
    Evidence evidence =
        new Evidence(
            point,
            network,
            design,
            synthesis.report(),
            split.training(),
            test,
            List.of(
                new Rival(point("tree2", 0.05, design), network),
                new Rival(point("tree9", 0.5, design), network)));
    assertThat(evidence.trial().right()).isEqualTo(evidence.metrics().right().count());
    List<ReportSection> sections = evidence.sections(new MonteCarlo(20, 1, 2));
    assertThat(sections)
        .extracting(ReportSection::title)
        .containsExactly(
            "Test rows",
            "Row by row against decision trees",
            "Read aloud",
            "Bill of sensors",
            "As drawn, and as mapped",
            "Budget",
            "Yield");
    String page = page(point, sections);
    int rows = test.samples().rows();
    assertThat(page)
        .contains("p01: the " + rows + " test rows")
        .contains("No test row has the features of a training row.")
        .contains(
            "These rows do not tell which is more accurate, p01 or tree2, the best decision tree of the")
        .contains("<td class=\"number\">1.0000</td>")
        .contains("Reads 5 bits of 2 features: a at ")
        .contains("Never reads unused: no sensor is needed.")
        .contains("Not read, so that no sensor is needed: unused.")
        .contains("as mapped by synth (" + synthesis.report().get("mapping") + ")")
        .contains("egfet_0v6, 0.6 V", "egfet_1v0, 1.0 V", "yes, of 200 ms")
        .contains("hours a milliwatt-hour, on 1 % of the time")
        .contains("Stuck gates", "Comparator offset", "Sensor drift")
        .contains("The most critical gates");
    FrontPoint small = point("tree2", 0.05, design);
    String itself =
        page(
            small,
            List.of(
                new RivalSection(
                        new Evidence(
                            small,
                            network,
                            design,
                            synthesis.report(),
                            split.training(),
                            test,
                            List.of(
                                new Rival(small, network),
                                new Rival(point("tree9", 0.5, design), network))))
                    .section()));
    assertThat(itself)
        .contains("The recommended circuit, tree2, is itself a decision tree")
        .doesNotContain("These rows do not tell")
        .doesNotContain("best of the same or smaller area")
        .contains("best of any area", ">tree9<");
    String verilog = Files.readString(folder.resolve("tree/synth/egfet_1v0/netlist.v"));
    List<String> gates =
        Pattern.compile("<t[dh][^>]*>(gate\\d+)</t[dh]>\\s*<td[^>]*>(\\w+)</td>")
            .matcher(page)
            .results()
            .map(gate -> gate.group(2) + " " + gate.group(1) + " (")
            .toList();
    assertThat(gates).isNotEmpty().allSatisfy(gate -> assertThat(verilog).contains(gate));
  }

  /** Three columns, of which the network reads two. */
  private Path table(IntegerNetwork network) throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("a,unused,b,class\n");
    for (int r = 0; r < ROWS; r++) {
      double a = random.nextInt(14);
      double b = random.nextInt(16) / 4.0;
      long[] codes = {network.inputs().get(0).encode(a), network.inputs().get(1).encode(b)};
      int label = new ReferenceModel(network).classify(new long[][] {codes}, 1)[0];
      String name = network.classNames().get(r % 9 == 0 ? 0 : label);
      text.append(a).append(",1,").append(b).append(',').append(name).append('\n');
    }
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  private SynthResult synthesize(Samples training) {
    InputRows rows =
        new InputRows() {
          @Override
          public long[][] codes(IntegerNetwork network, DesignOptions options) {
            return FeatureRows.codes(network, training);
          }

          @Override
          public String origin() {
            return "training rows";
          }
        };
    return MappedTree.make(
        folder.resolve("tree"),
        new PrintedOptions(Optional.empty(), Objective.AREA, Optional.of(rows)));
  }

  private static FrontPoint point(String id, double area, MappedDesign design) {
    Quality quality = new Quality(60, 0.9, 0.8, 0.95, 0.85);
    return new FrontPoint(
        id,
        "networks/" + id + ".json",
        "0".repeat(64),
        "made up",
        quality,
        quality,
        Optional.of(quality),
        new PrintedCost(design.circuit().netlist().gates().size(), area, 0.1, 5, 0.004, 0.2, 10));
  }

  private static String page(FrontPoint point, List<ReportSection> sections) {
    Front front =
        new Front(
            "made up",
            "egfet_1v0",
            List.of("a", "b"),
            List.of("a", "unused", "b"),
            0.5,
            List.of(point),
            List.of(),
            List.of(),
            point.id(),
            1,
            1);
    return new FrontReport(front, "hdlgen explore", "hdlgen", sections).html();
  }
}
