package io.hdlgen.explore.outcome;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.quantizer.error.InvalidInputException;

/** The target that circuits are printed for. */
public final class PrintedTarget {
  private PrintedTarget() {}

  /**
   * The target of a name.
   *
   * @throws InvalidInputException if there is none, or it is a board
   */
  public static Target find(String name) {
    Target target = TargetCatalogue.builtIn().find(name);
    if (target.printed().isEmpty()) {
      throw new InvalidInputException(
          "--target", target.name() + ", a board", "a printed target, such as egfet_1v0");
    }
    return target;
  }
}
