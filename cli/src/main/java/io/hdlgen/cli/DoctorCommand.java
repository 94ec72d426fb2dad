package io.hdlgen.cli;

import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.doctor.Diagnosis;
import io.hdlgen.flow.doctor.ToolStatus;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen doctor}. */
@Command(
    name = "doctor",
    description = "Show which external tools are there, and how to get the others.")
final class DoctorCommand implements Callable<Integer> {
  @ParentCommand private HdlgenCommand parent;

  @Override
  public Integer call() {
    Diagnosis diagnosis = Hdlgen.doctor();
    parent.print(diagnosis.toJson(), () -> print(diagnosis));
    return (diagnosis.healthy() ? ExitCode.OK : ExitCode.TOOL).code();
  }

  private void print(Diagnosis diagnosis) {
    PrintWriter out = parent.terminal().out();
    out.printf(
        Locale.ROOT,
        "hdlgen %s, Java %s, %s%n",
        diagnosis.hdlgen(),
        diagnosis.java(),
        diagnosis.system());
    for (ToolStatus status : diagnosis.tools()) {
      out.printf(
          Locale.ROOT,
          "%-19s %-22s %s%n",
          status.tool().program(),
          state(status),
          status.tool().purpose());
    }
    diagnosis.install().forEach((manager, line) -> out.println("with " + manager + ": " + line));
  }

  private static String state(ToolStatus status) {
    if (status.missing()) {
      return "missing";
    }
    if (status.tool().minimumVersion().isEmpty()) {
      return "there";
    }
    String version = status.version().isEmpty() ? "of unknown version" : status.version();
    return status.usable() ? version : version + " (needs " + status.tool().minimumVersion() + ")";
  }
}
