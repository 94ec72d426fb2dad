package io.hdlgen.cli;

import io.hdlgen.boards.printed.PrintedCircuit.Objective;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.SynthesisRows;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.PrintedOptions;
import io.hdlgen.flow.synth.SynthRequest;
import io.hdlgen.flow.synth.SynthResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
  @ParentCommand private HdlgenCommand parent;

  @Mixin private SynthOptions options;

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
        options
            .request()
            .withPrinted(
                new PrintedOptions(
                    Optional.ofNullable(liberty),
                    objective,
                    Optional.of(new SynthesisRows(data.source()))));
    SynthResult result;
    try (Progress progress = parent.progress()) {
      result = Hdlgen.synth(request, progress);
    }
    return SynthSummary.print(result, parent).code();
  }
}
