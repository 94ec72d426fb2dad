package io.hdlgen.cli;

import io.hdlgen.canids.frame.Label;
import io.hdlgen.canids.log.LogFormat;
import io.hdlgen.canids.traffic.Attack;
import io.hdlgen.canids.traffic.GenerateRequest;
import io.hdlgen.canids.traffic.GenerateResult;
import io.hdlgen.canids.traffic.Generation;
import io.hdlgen.canids.traffic.TrafficSpec;
import io.hdlgen.flow.progress.Progress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen can generate}. */
@Command(
    name = "generate",
    sortOptions = false,
    description = {
      "Write a log of synthetic CAN traffic, with attacks, for tests and trials.",
      "",
      "It is generated, not recorded, and says so: results on it are none on a real vehicle.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen can generate --minutes 10 --attacks dos,fuzzy,gear,rpm -o train.csv.gz",
      "  hdlgen can generate --minutes 1 --seed 7 --to candump-log -o quiet.log"
    })
final class CanGenerateCommand implements Runnable {
  @ParentCommand private CanCommand parent;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How much traffic (default: ${DEFAULT-VALUE}).")
  private double minutes = 10;

  @Option(
      names = "--attacks",
      paramLabel = "LIST",
      description = {
        "Attacks that come in turns, with commas between them: dos, fuzzy, gear, rpm, replay,"
            + " suspension, masquerade (default: none)."
      })
  private String attacks;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all that is random (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = {
        "Format: labelled, car-hacking, survival, normal-run, candump-log, candump,"
            + " candump-delta, asc (default: ${DEFAULT-VALUE})."
      })
  private String format = LogFormat.LABELLED.word();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "What to write; gzip if its name ends with .gz.")
  private Path output;

  @Override
  public void run() {
    List<Attack> chosen =
        NumberList.entries("--attacks", attacks).stream()
            .map(word -> Attack.of("--attacks", word))
            .toList();
    TrafficSpec traffic = TrafficSpec.minutes(minutes, chosen, seed);
    GenerateRequest request = new GenerateRequest(traffic, output, LogFormat.of("--to", format));
    GenerateResult result;
    try (Progress progress = parent.root().progress()) {
      result = Generation.generate(request, progress);
    }
    parent.root().print(result.toJson(), () -> print(result));
  }

  private void print(GenerateResult result) {
    PrintWriter out = parent.root().terminal().out();
    out.println("file      " + result.file());
    out.println("frames    " + result.totalFrames() + " (synthetic)");
    result.frames().forEach((label, count) -> out.println(line(label, count)));
    result
        .bursts()
        .forEach((attack, count) -> out.println("bursts    " + attack.word() + " " + count));
    out.println(String.format(Locale.ROOT, "bus load  %.1f %%", 100 * result.busLoad()));
  }

  private static String line(Label label, long count) {
    return "          " + label.word() + " " + count;
  }
}
