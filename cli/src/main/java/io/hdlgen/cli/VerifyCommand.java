package io.hdlgen.cli;

import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.VerifyRequest;
import io.hdlgen.flow.VerifyResult;
import io.hdlgen.flow.progress.Progress;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen verify}. */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Check a design folder: reference = Java simulation = Verilator, every cycle.",
      "",
      "The files are taken as they lie there. The result goes to verification.json, too.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  hdlgen verify digits --count 5000", "  hdlgen verify mine --data test.csv"})
final class VerifyCommand implements Callable<Integer> {
  @ParentCommand private HdlgenCommand parent;

  @Parameters(index = "0", paramLabel = "DIR", description = "Design folder that emit wrote.")
  private Path design;

  @Mixin private DataOptions data;

  @Option(
      names = "--count",
      paramLabel = "N",
      description =
          "Vectors to compare, random ones behind those of the data (default: all data, else as"
              + " emit).")
  private Integer count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of random vectors and stalls (default: as emit).")
  private Long seed;

  @Mixin private ThreadOption threads;

  @Override
  public Integer call() {
    VerifyRequest request =
        new VerifyRequest(
            design,
            data.source(),
            count == null
                ? OptionalInt.empty()
                : OptionalInt.of(NumberLimits.check("--count", count, 1, EmitCommand.MAX_VECTORS)),
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            threads.count());
    VerifyResult result;
    try (Progress progress = parent.progress()) {
      result = Hdlgen.verify(request, progress);
    }
    result.notes().forEach(parent::say);
    parent.print(
        result.toJson(),
        () -> parent.terminal().out().println(EmitSummary.verification(result.check())));
    return (result.check().passed() ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }
}
