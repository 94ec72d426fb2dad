package io.hdlgen.cli;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Refuses options that would be without effect: an error is better than silence. */
final class OptionRules {
  private final List<OptionSpec> given;

  /** Rules for the options that were given to a command. */
  OptionRules(CommandSpec command) {
    given = command.commandLine().getParseResult().matchedOptions();
  }

  /** Whether an option of this name was given. */
  boolean has(String name) {
    return given.stream().anyMatch(option -> List.of(option.names()).contains(name));
  }

  /** The first option given of those that a mixin declares, by its longest name. */
  Optional<String> firstOf(Class<?> mixin) {
    return given.stream()
        .filter(
            option ->
                option.userObject() instanceof Field field && field.getDeclaringClass() == mixin)
        .map(OptionSpec::longestName)
        .findFirst();
  }

  /** Refuses {@code option} beside {@code other}. */
  void exclude(String option, String other, String expected) {
    if (has(option) && has(other)) {
      throw beside(option, other, expected);
    }
  }

  /** Refuses {@code option} without any of {@code others}. */
  void need(String option, List<String> others) {
    if (has(option) && others.stream().noneMatch(this::has)) {
      String needed = String.join(" or ", others);
      throw new InvalidInputException(option, "no " + needed, needed + ", too");
    }
  }

  /** What is thrown where {@code option} is without effect because of {@code other}. */
  static InvalidInputException beside(String option, String other, String expected) {
    return new InvalidInputException(option, other + " beside it", expected);
  }
}
