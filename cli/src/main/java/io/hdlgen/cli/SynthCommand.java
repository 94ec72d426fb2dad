package io.hdlgen.cli;

import io.hdlgen.boards.printed.PrintedCircuit.Objective;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.SynthesisRows;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.PrintedOptions;
import io.hdlgen.flow.synth.SynthRequest;
import io.hdlgen.flow.synth.SynthResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen synth}. */
@Command(
    name = "synth",
    sortOptions = false,
    description = {
      "Take a design folder through the tools of a target.",
      "",
      "FPGA boards with open tools: synthesis, placement, routing, a bitstream. Boards of AMD: counts,"
          + " and a project for Vivado. Printed electronics: cells, area, power over the rows of"
          + " --data, converters, batteries.",
      "",
      "All that the tools read and write goes to DIR/synth/TARGET; build.sh there runs them by hand.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen emit --bits 2 --arch auto --target icebreaker",
      "  hdlgen synth digits",
      "  hdlgen synth digits --target ulx3s_85f",
      "  hdlgen synth wine --target egfet_0v6 --data wine.csv --objective power"
    })
final class SynthCommand implements Callable<Integer> {
  private static final int MAX_SECONDS = 7 * 24 * 3600;

  @ParentCommand private HdlgenCommand parent;

  @Parameters(index = "0", paramLabel = "DIR", description = "Design folder that emit wrote.")
  private Path design;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "Target to synthesize for; hdlgen targets lists them (default: that of emit).")
  private String target;

  @Option(
      names = "--time-limit",
      paramLabel = "S",
      description = "Seconds that all tools may take together (default: 3600).")
  private Integer seconds;

  @Option(
      names = "--overwrite",
      description =
          "Replace DIR/synth/TARGET even if you added or edited files there; they are lost.")
  private boolean overwrite;

  @Option(
      names = "--liberty",
      paramLabel = "FILE",
      description =
          "Printed targets: a Liberty file of your own cells, in the place of the target's.")
  private Path liberty;

  @Option(
      names = "--objective",
      paramLabel = "area|power",
      description = "Printed targets: keep the mapping of the least area or power (default: area).")
  private Objective objective = Objective.AREA;

  @Mixin private DataOptions data;

  @Override
  public Integer call() {
    SynthRequest request =
        new SynthRequest(
            design,
            Optional.ofNullable(target),
            seconds == null
                ? SynthRequest.USUAL_LIMIT
                : Duration.ofSeconds(NumberLimits.check("--time-limit", seconds, 1, MAX_SECONDS)),
            overwrite,
            new PrintedOptions(
                Optional.ofNullable(liberty),
                objective,
                Optional.of(new SynthesisRows(data.source()))));
    SynthResult result;
    try (Progress progress = parent.progress()) {
      result = Hdlgen.synth(request, progress);
    }
    result.notes().forEach(parent::say);
    Map<String, Object> object = new LinkedHashMap<>(result.report());
    object.put("folder", result.folder().toString());
    parent.print(
        CanonicalJson.write(object),
        () -> {
          PrintWriter out = parent.terminal().out();
          result.lines().forEach(out::println);
          out.println("files     " + result.folder());
        });
    result.missed().ifPresent(parent::say);
    return (result.missed().isEmpty() ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }
}
