package io.hdlgen.cli;

import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.PredictRequest;
import io.hdlgen.flow.PredictResult;
import io.hdlgen.flow.Prediction;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
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
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen predict digits --data test.csv --scores",
      "  hdlgen predict mine/network.json --data test.csv --label species --json"
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
      names = "--scores",
      description = "Print the integer scores, too; the columns score_0, score_1, ...")
  private boolean scores;

  @Mixin private ThreadOption threads;

  @Override
  public void run() {
    PredictResult result =
        Hdlgen.predict(
            new PredictRequest(
                network,
                data.source()
                    .orElseThrow(
                        () -> new InvalidInputException("predict", "no --data", "--data FILE")),
                threads.count()));
    parent.print(result.toJson(), () -> print(result));
    result
        .quality()
        .ifPresent(
            quality ->
                parent.say(
                    String.format(
                        Locale.ROOT,
                        "accuracy %.2f %%, balanced %.2f %%, majority baseline %.2f %%, %d rows",
                        100 * quality.accuracy(),
                        100 * quality.balancedAccuracy(),
                        100 * quality.majorityBaseline(),
                        quality.rows())));
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

  private static String quoted(String field) {
    return field.matches("[^\",\\r\\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
