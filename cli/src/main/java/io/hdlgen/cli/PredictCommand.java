package io.hdlgen.cli;

import io.hdlgen.flow.DataSource;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.PredictRequest;
import io.hdlgen.flow.PredictResult;
import io.hdlgen.flow.Prediction;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.Proportion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen predict}. */
@Command(
    name = "predict",
    sortOptions = false,
    description = {
      "Compute classes by the reference model: CSV, or with --json how right they are.",
      "Where there are labels, a report of that goes to stderr.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen predict digits --data test.csv --scores",
      "  hdlgen predict mine/network.json --data test.csv --label species --json",
      "  hdlgen predict mine --data test.csv --train-data train.csv"
    })
final class PredictCommand implements Runnable {
  @ParentCommand private HdlgenCommand parent;

  @Parameters(
      index = "0",
      paramLabel = "DESIGN_OR_NETWORK",
      description = "Design folder or network.json.")
  private Path network;

  @Mixin private DataOptions data;

  @Option(
      names = "--train-data",
      paramLabel = "FILE",
      description = {
        "What the network was trained on, read as --data: adds the accuracy on the rows that are"
            + " not in it."
      })
  private Path trainData;

  @Option(
      names = "--scores",
      description = "Print the integer scores, too; the columns score_0, score_1, ...")
  private boolean scores;

  @Mixin private ThreadOption threads;

  @Override
  public void run() {
    if (scores && parent.json()) {
      throw OptionRules.beside("--scores", "--json", "one of them: scores are printed as CSV");
    }
    DataSource source =
        data.source()
            .orElseThrow(() -> new InvalidInputException("predict", "no --data", "--data FILE"));
    Optional<DataSource> training =
        Optional.ofNullable(trainData)
            .map(file -> new DataSource(file, source.label(), Optional.empty(), source.ignored()));
    PredictResult result =
        Hdlgen.predict(new PredictRequest(network, source, training, threads.count()));
    if (scores && result.scoreCount() == 0) {
      throw new InvalidInputException(
          "--scores", "a network that gives a class alone", "one with scores, or no --scores");
    }
    result.notes().forEach(parent::say);
    parent.print(result.toJson(), () -> print(result));
    result.quality().ifPresent(quality -> parent.report(lines(quality, result.unseen())));
  }

  /** Without the tables where the JSON object has them. */
  private List<String> lines(ClassificationMetrics quality, Optional<Proportion> unseen) {
    return parent.json()
        ? QualityText.summary(quality, unseen)
        : QualityText.report(quality, unseen);
  }

  private void print(PredictResult result) {
    PrintWriter out = parent.terminal().out();
    StringBuilder line = new StringBuilder("class");
    for (int k = 0; scores && k < result.scoreCount(); k++) {
      line.append(",score_").append(k);
    }
    out.println(line);
    for (Prediction prediction : result.predictions()) {
      line.setLength(0);
      line.append(quoted(prediction.className()));
      for (int k = 0; scores && k < result.scoreCount(); k++) {
        line.append(',').append(prediction.scores().get(k));
      }
      out.println(line);
    }
  }

  /** A field of a CSV. */
  static String quoted(String field) {
    return field.matches("[^\",\\r\\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
