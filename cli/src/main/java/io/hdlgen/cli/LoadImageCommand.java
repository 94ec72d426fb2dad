package io.hdlgen.cli;

import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.LoadImageResult;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen load-image}. */
@Command(
    name = "load-image",
    sortOptions = false,
    description = {
      "Write the words that load another network into a design of emit --loadable.",
      "",
      "DIR gets <top>.bin, the words, and <top>_load.h, the words and functions in C that",
      "write them; see docs/interface.md.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  hdlgen load-image design retrained.json -o image"})
final class LoadImageCommand implements Runnable {
  @ParentCommand private HdlgenCommand parent;

  @Parameters(index = "0", paramLabel = "DESIGN", description = "Design folder.")
  private Path design;

  @Parameters(
      index = "1",
      paramLabel = "NETWORK",
      description = "network.json, or design folder, of the same shape and within the same ranges.")
  private Path network;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Folder of the two files.")
  private Path output;

  @Override
  public void run() {
    LoadImageResult result = Hdlgen.loadImage(design, network, output);
    parent.print(
        result.toJson(),
        () -> result.files().forEach(file -> parent.terminal().out().println("file      " + file)));
  }
}
