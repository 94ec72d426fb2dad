package io.hdlgen.explore.recommended;

import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.protocol.OpenedTestRows;
import io.hdlgen.explore.report.ReportSection;
import io.hdlgen.explore.report.markup.NumberText;
import io.hdlgen.explore.yield.MonteCarlo;
import io.hdlgen.explore.yield.TrialCircuit;
import io.hdlgen.explore.yield.YieldReport;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that is known of the recommended circuit once the test rows were read.
 *
 * @param point its figures, gate by gate as it was drawn
 * @param network as it was frozen
 * @param design what synthesis made of it
 * @param synthesis the keys of the synthesis report
 * @param training rows that it learned from; power is averaged over them
 * @param test rows that had no part in any choice
 * @param trees decision trees of the same protocol
 */
public record Evidence(
    FrontPoint point,
    IntegerNetwork network,
    MappedDesign design,
    Map<String, Object> synthesis,
    Samples training,
    OpenedTestRows test,
    List<Rival> trees) {
  public Evidence {
    trees = List.copyOf(trees);
  }

  /**
   * The sections in the order of reading.
   *
   * @param plan of the Monte Carlo runs of yield
   */
  public List<ReportSection> sections(MonteCarlo plan) {
    TrialCircuit trial = trial();
    List<ReportSection> sections = new ArrayList<>();
    sections.add(new ConfusionSection(this).section());
    sections.add(new RivalSection(this).section());
    sections.add(new AloudSection(this, trial).section());
    sections.add(new SensorSection(this, trial.converters()).section());
    sections.add(new MappingSection(this).section());
    sections.add(new BudgetSection(design).section());
    sections.add(new YieldSection(YieldReport.of(trial, plan)).section());
    return sections;
  }

  /** The mapped circuit behind its converters, on the test rows. */
  TrialCircuit trial() {
    Samples rows = test.samples();
    return TrialCircuit.of(
        design.circuit().netlist(),
        design.signature(),
        network,
        FeatureRows.values(network, rows),
        rows.labels());
  }

  /** The classes that the network gives the test rows. */
  int[] predicted() {
    return test.classify(network);
  }

  /** How right these are. */
  ClassificationMetrics metrics() {
    return test.measure(network).metrics();
  }

  /** {@code the 638 test rows}. */
  String rows() {
    return "the " + NumberText.count(test.samples().rows()) + " test rows";
  }
}
