package io.hdlgen.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Where {@code bin/hdlgen} begins. */
public final class Main {
  /** Set by the launcher: whether a person looks at stderr. Java 17 cannot tell. */
  private static final String INTERACTIVE = "hdlgen.interactive";

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    StandardOutput out = new StandardOutput();
    Terminal terminal =
        new Terminal(
            writer(out),
            writer(new FileOutputStream(FileDescriptor.err)),
            Boolean.getBoolean(INTERACTIVE));
    int code = run(args, terminal);
    boolean isCutShort = code == ExitCode.OK.code() && out.isAbandoned();
    System.exit(isCutShort ? ExitCode.READER_GONE.code() : code);
  }

  /** Runs one command; returns its exit code. */
  static int run(String[] args, Terminal terminal) {
    Failures failures = new Failures(args, terminal);
    int code;
    try {
      CommandLine commandLine = commandLine(terminal);
      commandLine.setParameterExceptionHandler((failure, rest) -> failures.parameter(failure));
      commandLine.setExecutionExceptionHandler(
          (failure, command, parsed) -> failures.execution(failure));
      if (Arrays.asList(args).contains("--no-color")) {
        commandLine.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
      }
      code = commandLine.execute(args);
    } catch (Throwable failure) {
      // Errors, too: out of memory, stack overflow.
      code = failures.execution(failure);
    }
    terminal.err().flush();
    if (terminal.out().checkError()) {
      terminal.err().println("hdlgen: cannot write to standard output");
      terminal.err().flush();
      return ExitCode.OUTPUT.code();
    }
    return code;
  }

  /** The command line with all its commands. */
  static CommandLine commandLine(Terminal terminal) {
    return OptionNumbers.register(new CommandLine(new HdlgenCommand(terminal)))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
  }
}
