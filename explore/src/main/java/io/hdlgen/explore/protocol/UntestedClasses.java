package io.hdlgen.explore.protocol;

import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of classes that no test row is of, so that no figure says how well they are told. */
public final class UntestedClasses {
  private static final int MOST = 10;

  private UntestedClasses() {}

  /** A sentence that names them; empty if every class is tested. */
  public static Optional<String> note(Samples training, Samples test) {
    int[] learnt = training.classRows();
    int[] tested = test.classRows();
    List<String> classes = new ArrayList<>();
    for (int k = 0; k < tested.length; k++) {
      if (tested[k] == 0) {
        classes.add(
            "%s (%s to learn from)"
                .formatted(
                    training.classNames().get(k), learnt[k] == 1 ? "1 row" : learnt[k] + " rows"));
      }
    }
    if (classes.isEmpty()) {
      return Optional.empty();
    }
    int more = classes.size() - MOST;
    String names = String.join(", ", classes.subList(0, Math.min(MOST, classes.size())));
    return Optional.of(
        "No test row is of class %s: how well %s told is not known"
            .formatted(
                names + (more > 0 ? " and " + more + " more" : ""),
                classes.size() == 1 ? "it is" : "these are"));
  }
}
