package io.hdlgen.cli;

import io.hdlgen.canids.demo.Demo;
import io.hdlgen.canids.demo.DemoRequest;
import io.hdlgen.canids.demo.DemoResult;
import io.hdlgen.flow.progress.Progress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen can demo}. */
@Command(
    name = "demo",
    sortOptions = false,
    description = {
      "Go all the way on synthetic traffic: generate it, train a detector, measure it on other"
          + " traffic, emit it for ulx3s_85f, verify it in Verilator from the wire.",
      "",
      "Takes a minute or a few. The traffic is generated, not recorded: what is measured on it is no"
          + " statement on any vehicle.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  hdlgen can demo", "  hdlgen can demo --json -o /tmp/can_demo"})
final class CanDemoCommand implements Callable<Integer> {
  @ParentCommand private CanCommand parent;

  @Mixin private ThreadOption threads;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder to write (default: ./can_demo).")
  private Path output = Path.of("can_demo");

  @Override
  public Integer call() {
    DemoResult result;
    try (Progress progress = parent.root().progress()) {
      result = new Demo(DemoRequest.usual(output, threads.count()), progress).run();
    }
    String page = CanDemoPage.of(result);
    Demo.writePage(output, page);
    parent.root().print(result.toJson(), () -> parent.root().terminal().out().print(page));
    return (result.passed() ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }
}
