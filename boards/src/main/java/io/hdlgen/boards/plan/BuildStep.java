package io.hdlgen.boards.plan;

import java.util.List;
import java.util.Locale;

/**
 * One run of a tool, in the folder of the plan.
 *
 * @param doing what it does, for people: a few words
 * @param program the tool's usual name; a build of it under another name will do
 * @param since the oldest version that will do; empty: any that hdlgen takes at all
 * @param arguments without the program
 * @param log file that takes what the tool prints
 * @param products files that it must leave behind
 */
public record BuildStep(
    String doing,
    String program,
    String since,
    List<String> arguments,
    String log,
    List<String> products) {
  public BuildStep {
    arguments = List.copyOf(arguments);
    products = List.copyOf(products);
  }

  /** A step for any version that hdlgen takes. */
  public BuildStep(
      String doing, String program, List<String> arguments, String log, List<String> products) {
    this(doing, program, "", arguments, log, products);
  }

  /** The step as a line for a POSIX shell; {@code $YOSYS} and the like choose another build. */
  String line() {
    StringBuilder line = new StringBuilder();
    line.append('"').append("${").append(variable()).append(":-").append(program).append("}\"");
    for (String argument : arguments) {
      line.append(' ').append(quoted(argument));
    }
    return line.append(" > ").append(quoted(log)).append(" 2>&1").toString();
  }

  private String variable() {
    return program.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./=:+,-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
