package io.hdlgen.cli;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.flow.ArchitectureChoice;
import io.hdlgen.flow.EmitRequest;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a network becomes, and on what it is to run. */
final class ArchitectureOptions {
  @Option(
      names = "--arch",
      paramLabel = "KIND",
      description =
          "combinational (none of detectors), unrolled, folded, or auto: unrolled if that fits, else"
              + " folded, as with a wish for speed (default: auto for boards, combinational for"
              + " printed circuits, else unrolled; folded with an option of folded designs).")
  private ArchitectureChoice architecture;

  @Mixin private FoldingOptions folding;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "One of hdlgen targets (default: ${DEFAULT-VALUE}).")
  private String target = EmitRequest.Hardware.DEFAULT.target();

  FoldingOptions folding() {
    return folding;
  }

  String target() {
    return target;
  }

  /** Whether logic without a clock was asked for by name. */
  boolean combinational() {
    return architecture == ArchitectureChoice.COMBINATIONAL;
  }

  /** What was chosen, or follows from the other options that were given. */
  ArchitectureChoice choice(OptionRules rules) {
    Optional<String> folded = rules.firstOf(FoldingOptions.class);
    if (folded.isPresent() && (combinational() || architecture == ArchitectureChoice.UNROLLED)) {
      throw OptionRules.beside(
          folded.get(), "--arch " + architecture.name().toLowerCase(Locale.ROOT), "--arch folded");
    }
    if (architecture != null) {
      return architecture.on(TargetCatalogue.builtIn().find(target));
    }
    if (folded.isPresent()) {
      return ArchitectureChoice.FOLDED;
    }
    return rules.has("--stages")
        ? ArchitectureChoice.UNROLLED
        : ArchitectureChoice.usual(TargetCatalogue.builtIn().find(target));
  }
}
