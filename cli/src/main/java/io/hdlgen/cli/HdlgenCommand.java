package io.hdlgen.cli;

import io.hdlgen.explore.outcome.CommandWords;
import io.hdlgen.flow.ToolVersion;
import io.hdlgen.flow.progress.Progress;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code hdlgen} itself: the options that all commands share. */
@Command(
    name = "hdlgen",
    description = "Compiles trained multilayer perceptrons to verified Verilog.",
    mixinStandardHelpOptions = true,
    versionProvider = HdlgenCommand.Version.class,
    scope = ScopeType.INHERIT,
    showAtFileInUsageHelp = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the check failed",
      "2:the input is wrong",
      "3:an external tool is missing, too old, crashed or timed out",
      "70:a defect of hdlgen",
      "74:output cannot be written",
      "130, 143:interrupted",
      "141:done, but the reader of the output went early"
    },
    subcommands = {
      EmitCommand.class,
      TrainCommand.class,
      QuantizeCommand.class,
      PredictCommand.class,
      VerifyCommand.class,
      SynthCommand.class,
      ApproximateCommand.class,
      ExploreCommand.class,
      RunCommand.class,
      CanCommand.class,
      ExportCommand.class,
      LoadImageCommand.class,
      TargetsCommand.class,
      DoctorCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    })
final class HdlgenCommand implements Runnable {
  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say each step on stderr.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say nothing but results and errors.")
  private boolean quiet;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print the result as one JSON object.")
  private boolean json;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "Print without colours (as does the environment variable NO_COLOR).")
  private boolean noColor;

  @Spec private CommandSpec spec;

  private final Terminal terminal;

  HdlgenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  Terminal terminal() {
    return terminal;
  }

  boolean json() {
    return json;
  }

  boolean debug() {
    return debug;
  }

  boolean color() {
    return !noColor && spec.commandLine().getColorScheme().ansi().enabled();
  }

  /** Prints the one result of a command: its JSON object if that was asked for, else the text. */
  void print(String jsonObject, Runnable text) {
    if (json) {
      terminal.out().println(jsonObject.strip());
    } else {
      text.run();
    }
  }

  /** Says something that is not the result; nothing if quiet. */
  void say(String line) {
    if (!quiet) {
      terminal.err().println("hdlgen: " + line);
      terminal.err().flush();
    }
  }

  /** The command line as a shell reads it. */
  String typed() {
    CommandWords words = new CommandWords("hdlgen");
    spec.commandLine().getParseResult().originalArgs().forEach(words::word);
    return words.toString();
  }

  /** Prints a text that is not the result, behind all results so far; nothing if quiet. */
  void report(List<String> lines) {
    if (!quiet) {
      terminal.out().flush();
      lines.forEach(terminal.err()::println);
      terminal.err().flush();
    }
  }

  /** What shows how far a command is. */
  Progress progress() {
    if (quiet) {
      return Progress.NONE;
    }
    if (verbose) {
      return new ProgressLines(terminal.err(), 0);
    }
    return terminal.interactive()
        ? new ProgressDisplay(terminal.err())
        : new ProgressLines(terminal.err());
  }

  /** The version of the tool and of what it runs on. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"hdlgen " + ToolVersion.current()};
    }
  }
}
