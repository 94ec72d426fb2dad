package io.hdlgen.explore.recommended;

import io.hdlgen.explore.report.ReportSection;
import io.hdlgen.explore.report.block.Lines;
import io.hdlgen.explore.words.AnswerableClasses;
import io.hdlgen.explore.words.ReadAloud;
import io.hdlgen.explore.words.SensorBill;
import io.hdlgen.explore.yield.TrialCircuit;
import java.util.List;

/** The classifier in sentences. */
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
    return new ReportSection(
        "Read aloud",
        List.of(
            new Lines(
                aloud.sentences(
                    AnswerableClasses.of(trial.netlist(), trial.classPort(), trial.converters()),
                    trial.answered(),
                    evidence.rows()))));
  }
}
