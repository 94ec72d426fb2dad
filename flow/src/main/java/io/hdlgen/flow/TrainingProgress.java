package io.hdlgen.flow;

import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.train.EpochReport;
import io.hdlgen.quantizer.train.TrainingListener;
import java.util.Locale;

/** Shows how training goes: a stage a phase, a step an epoch. */
final class TrainingProgress implements TrainingListener {
  private final Progress progress;
  private String phase = "";

  TrainingProgress(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void epochEnded(EpochReport report) {
    if (!report.phase().equals(phase)) {
      phase = report.phase();
      progress.stage("training " + phase, report.epochs());
    }
    progress.detail(
        String.format(
            Locale.ROOT,
            "loss %.3f, %.1f %%",
            report.loss(),
            100 * report.validationAccuracy().orElse(report.trainingAccuracy())));
    progress.step(report.epoch());
  }
}
