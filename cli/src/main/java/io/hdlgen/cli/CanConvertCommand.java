package io.hdlgen.cli;

import io.hdlgen.canids.log.Conversion;
import io.hdlgen.canids.log.ConvertRequest;
import io.hdlgen.canids.log.ConvertResult;
import io.hdlgen.canids.log.LogFormat;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen can convert}. */
@Command(
    name = "convert",
    sortOptions = false,
    description = {"Write a log of CAN frames in another format; see docs/can.md.", ""},
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen can convert drive.asc drive.log",
      "  hdlgen can convert DoS_dataset.csv dos.csv.gz --injected dos",
      "  candump -L can0 | hdlgen can convert - drive.csv.gz"
    })
final class CanConvertCommand implements Runnable {
  @ParentCommand private CanCommand parent;

  @Parameters(index = "0", paramLabel = "IN", description = "A log, plain or gzip; - for stdin.")
  private String input;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "What to write; gzip if its name ends with .gz.")
  private Path output;

  @Mixin private CanLogOptions log;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = {
        "Format of OUT, one of those of --format (default: labelled for .csv, candump-log for .log,"
            + " asc for .asc)."
      })
  private String format;

  @Override
  public void run() {
    ConvertRequest request =
        new ConvertRequest(log.source(input), log.mode(), output, outputFormat());
    ConvertResult result;
    try (Progress progress = parent.root().progress()) {
      result = Conversion.convert(request, progress);
    }
    result.notes().forEach(parent.root()::say);
    parent.root().print(result.toJson(), () -> print(result));
  }

  private LogFormat outputFormat() {
    if (format != null) {
      return LogFormat.of("--to", format);
    }
    String name = output.toString().replaceFirst("\\.gz$", "");
    if (name.endsWith(".csv")) {
      return LogFormat.LABELLED;
    }
    if (name.endsWith(".log")) {
      return LogFormat.CANDUMP_LOG;
    }
    if (name.endsWith(".asc")) {
      return LogFormat.ASC;
    }
    throw new InvalidInputException(
        output.toString(), "a name that tells no format", "--to FORMAT, or .csv, .log or .asc");
  }

  private void print(ConvertResult result) {
    PrintWriter out = parent.root().terminal().out();
    out.println("file      " + result.file());
    out.println(
        "format    %s, from %s".formatted(result.format().word(), result.tally().format().word()));
    out.println("frames    " + result.tally().frames());
  }
}
