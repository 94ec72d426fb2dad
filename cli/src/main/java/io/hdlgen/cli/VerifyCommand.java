package io.hdlgen.cli;

import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.NetlistOptions;
import io.hdlgen.flow.VerifyRequest;
import io.hdlgen.flow.VerifyResult;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
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
      "",
      "With --netlist, what synth made of the design is verified as well: it is simulated against the"
          + " reference, and compared with the Verilog block by block by a SAT solver. That result"
          + " goes to DIR/synth/TARGET/verification.json.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen verify digits --count 5000",
      "  hdlgen verify mine --data test.csv",
      "  hdlgen verify digits --netlist --target icebreaker"
    })
final class VerifyCommand implements Callable<Integer> {
  private static final int MAX_SECONDS = 86_400;

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

  @Option(
      names = "--exhaustive",
      description =
          "Compare every combination of input codes, too, where there are at most 2^20 = 1,048,576.")
  private boolean exhaustive;

  @Option(names = "--netlist", description = "Verify the netlist that synth wrote, too.")
  private boolean netlist;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description =
          "With --netlist: the target whose netlist it is (default: the only one in DIR/synth).")
  private String target;

  @Option(
      names = "--time-limit",
      paramLabel = "S",
      description =
          "With --netlist: seconds for proofs of equivalence; 0 only simulates (default: 60).")
  private Integer timeLimit;

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
            threads.count(),
            netlist(),
            exhaustive);
    VerifyResult result;
    try (Progress progress = parent.progress()) {
      result = Hdlgen.verify(request, progress);
    }
    result.notes().forEach(parent::say);
    parent.print(
        result.toJson(),
        () -> {
          PrintWriter out = parent.terminal().out();
          out.println(EmitSummary.verification(result.check()));
          result.netlist().ifPresent(found -> new NetlistText(out).print(found));
        });
    return (result.passed() ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private Optional<NetlistOptions> netlist() {
    if (!netlist) {
      if (target != null || timeLimit != null) {
        throw new InvalidInputException(
            target != null ? "--target" : "--time-limit", "no --netlist", "--netlist with it");
      }
      return Optional.empty();
    }
    return Optional.of(
        new NetlistOptions(
            Optional.ofNullable(target),
            timeLimit == null
                ? NetlistOptions.DEFAULT_SECONDS
                : NumberLimits.check("--time-limit", timeLimit, 0, MAX_SECONDS)));
  }
}
