package io.hdlgen.cli;

import io.hdlgen.flow.ExportRequest;
import io.hdlgen.flow.ExportResult;
import io.hdlgen.flow.Hdlgen;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen export}. */
@Command(
    name = "export",
    sortOptions = false,
    description = {
      "Write a network as QONNX, for FINN and the qonnx tools; see docs/interop.md.",
      "",
      "Every integer in it is the network's: tools that run the file get the same classes.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  hdlgen export digits -o digits.onnx", "  hdlgen export network.json -o mine.onnx"})
final class ExportCommand implements Runnable {
  @ParentCommand private HdlgenCommand parent;

  @Parameters(
      index = "0",
      paramLabel = "DESIGN_OR_NETWORK",
      description = "Design folder, network.json or quantized ONNX model.")
  private Path network;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "What to write.")
  private Path output;

  @Override
  public void run() {
    ExportResult result = Hdlgen.export(new ExportRequest(network, output));
    result.notes().forEach(parent::say);
    parent.print(
        result.toJson(), () -> parent.terminal().out().println("file      " + result.file()));
  }
}
