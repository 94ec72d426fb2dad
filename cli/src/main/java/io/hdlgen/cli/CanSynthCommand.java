package io.hdlgen.cli;

import io.hdlgen.canids.design.DetectorSynthesis;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.SynthResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen can synth}. */
@Command(
    name = "synth",
    sortOptions = false,
    description = {
      "Take a detector's design folder through the tools of a board: a bitstream that listens on a"
          + " pin, where open tools make one; else counts.",
      "",
      "All that the tools read and write goes to DIR/synth/TARGET; build.sh there runs them by hand."
          + " Which pin, and what the board says: docs/can-hardware.md.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen can emit dos --target ulx3s_85f -o dos_ulx3s",
      "  hdlgen can synth dos_ulx3s",
      "  hdlgen can synth dos_ulx3s --target zcu104"
    })
final class CanSynthCommand implements Callable<Integer> {
  @ParentCommand private CanCommand parent;

  @Mixin private SynthOptions options;

  @Override
  public Integer call() {
    SynthResult result;
    try (Progress progress = parent.root().progress()) {
      result = DetectorSynthesis.synth(options.request(), progress);
    }
    return SynthSummary.print(result, parent.root()).code();
  }
}
