package io.hdlgen.explore.recommended;

import io.hdlgen.explore.report.ReportSection;
import io.hdlgen.explore.report.block.Block;
import io.hdlgen.explore.report.block.Code;
import io.hdlgen.explore.report.block.Lines;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.words.AnswerableClasses;
import io.hdlgen.explore.words.ReadAloud;
import io.hdlgen.explore.words.RulesAloud;
import io.hdlgen.explore.words.SensorBill;
import io.hdlgen.explore.yield.TrialCircuit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The classifier as rules, if these are few, and in sentences. */
final class AloudSection {
  private final Evidence evidence;
  private final TrialCircuit trial;

  AloudSection(Evidence evidence, TrialCircuit trial) {
    this.evidence = evidence;
    this.trial = trial;
  }

  ReportSection section() {
    ReadAloud aloud =
        new ReadAloud(
            SensorBill.of(trial.converters(), evidence.design().circuit().frontEnd()),
            evidence.design().circuit(),
            evidence.training().featureNames(),
            evidence.training().classNames());
    List<Block> blocks = new ArrayList<>(rules());
    blocks.add(
        new Lines(
            aloud.sentences(
                AnswerableClasses.of(trial.netlist(), trial.classPort(), trial.converters()),
                trial.answered(),
                evidence.rows())));
    return new ReportSection("Read aloud", blocks);
  }

  private List<Block> rules() {
    Optional<List<String>> rules = RulesAloud.of(evidence.network());
    return rules.isEmpty()
        ? List.of(new Prose(RulesAloud.without(evidence.network()) + " A summary:"))
        : List.of(
            new Code(String.join("\n", rules.get())),
            new Prose(
                "The first rule that holds decides. That is what the circuit does: both were"
                    + " compared on everything that its comparators can tell it."));
  }
}
