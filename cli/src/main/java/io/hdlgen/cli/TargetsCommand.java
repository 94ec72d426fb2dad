package io.hdlgen.cli;

import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.TargetList;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen targets}. */
@Command(name = "targets", description = "List what a design can be made for.")
final class TargetsCommand implements Runnable {
  @ParentCommand private HdlgenCommand parent;

  @Override
  public void run() {
    TargetList list = Hdlgen.targets();
    parent.print(
        list.toJson(),
        () ->
            list.targets()
                .forEach(
                    target ->
                        parent
                            .terminal()
                            .out()
                            .printf(
                                Locale.ROOT, "%-16s %s%n", target.name(), target.description())));
  }
}
