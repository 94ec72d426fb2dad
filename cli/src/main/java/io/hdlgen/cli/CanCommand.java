package io.hdlgen.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code hdlgen can}. */
@Command(
    name = "can",
    sortOptions = false,
    description = {"Detect intrusions on a CAN bus; see docs/can.md.", ""},
    subcommands = {
      CanGenerateCommand.class,
      CanConvertCommand.class,
      CanTrainCommand.class,
      CanEvaluateCommand.class,
      CanDetectCommand.class,
      CanEmitCommand.class,
      CanVerifyCommand.class,
      CanSynthCommand.class,
      CanDemoCommand.class
    })
final class CanCommand implements Runnable {
  @ParentCommand private HdlgenCommand parent;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  /** The command line's own options. */
  HdlgenCommand root() {
    return parent;
  }
}
