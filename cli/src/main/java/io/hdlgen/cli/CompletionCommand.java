package io.hdlgen.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen completion}. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh: source <(hdlgen completion)")
final class CompletionCommand implements Runnable {
  @ParentCommand private HdlgenCommand parent;

  @Override
  public void run() {
    CommandLine root = Main.commandLine(parent.terminal());
    parent.terminal().out().println(AutoComplete.bash("hdlgen", root).strip());
  }
}
