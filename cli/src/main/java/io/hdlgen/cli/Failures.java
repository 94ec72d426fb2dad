package io.hdlgen.cli;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.sim.tool.ToolException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;

/** Turns whatever went wrong into one line and an exit code. */
final class Failures {
  private static final Pattern CHOICES =
      Pattern.compile("(expected one of \\[[^\\]]*\\])(?: \\(case-(?:in)?sensitive\\))?");

  private final List<String> arguments;
  private final Terminal terminal;

  Failures(String[] arguments, Terminal terminal) {
    this.arguments = Arrays.asList(arguments);
    this.terminal = terminal;
  }

  /** A command line that does not parse. */
  int parameter(ParameterException failure) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName(" ");
    return report(
        ExitCode.INVALID_INPUT,
        "%s; see %s --help".formatted(inWords(oneLine(failure.getMessage())), command),
        failure);
  }

  /** Choices as users type them, not as constants are called. */
  private static String inWords(String message) {
    return CHOICES.matcher(message).replaceAll(found -> found.group(1).toLowerCase(Locale.ROOT));
  }

  /** Anything that a command has thrown. */
  int execution(Throwable failure) {
    if (isEnding()) {
      // Whatever fails now fails because of the interruption.
      return ExitCode.INTERRUPTED.code();
    }
    if (failure instanceof InvalidInputException) {
      return report(ExitCode.INVALID_INPUT, oneLine(failure.getMessage()), failure);
    }
    if (failure instanceof ToolException tool
        && tool.reason() == ToolException.Reason.INTERRUPTED) {
      return ExitCode.INTERRUPTED.code();
    }
    if (failure instanceof ToolException) {
      return report(ExitCode.TOOL, oneLine(failure.getMessage()), failure);
    }
    if (failure instanceof OutputException) {
      return report(ExitCode.OUTPUT, oneLine(failure.getMessage()), failure);
    }
    if (failure instanceof CancellationException) {
      return ExitCode.INTERRUPTED.code();
    }
    String place = DefectReport.write(arguments, failure);
    return report(
        ExitCode.DEFECT,
        "defect in hdlgen: %s; please report it with the folder %s"
            .formatted(oneLine(String.valueOf(failure)), place),
        failure);
  }

  /** Whether a signal is ending the process: then it takes no more hooks. */
  private static boolean isEnding() {
    Thread hook = new Thread(() -> {}, "never-started");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** Prints the line, the JSON object if one is due, and the stack trace if it was asked for. */
  int report(ExitCode code, String message, Throwable failure) {
    PrintWriter err = terminal.err();
    err.println("hdlgen: " + message);
    if (arguments.contains("--debug")) {
      failure.printStackTrace(err);
    }
    err.flush();
    if (arguments.contains("--json")) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("error", message);
      object.put("exitCode", code.code());
      terminal.out().println(CanonicalJson.writeLine(object));
    }
    return code.code();
  }

  private static String oneLine(String text) {
    return text == null ? "no message" : text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
  }
}
