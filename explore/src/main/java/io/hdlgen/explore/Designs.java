package io.hdlgen.explore;

import io.hdlgen.explore.ExploreRequest.Emit;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Verified;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.Workers;
import io.hdlgen.flow.progress.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The designs of the recommended circuit, or of all. */
final class Designs {
  /** Makes the design of a circuit, and compares it with its reference. */
  interface Maker {
    MadeDesign make(Candidate circuit);
  }

  private final Map<String, MadeDesign> made = new LinkedHashMap<>();

  private Designs() {}

  /**
   * Makes designs.
   *
   * @param emit whose
   * @param makers gives what makes them, and reports its progress there
   */
  static Designs make(
      Emit emit,
      List<Candidate> circuits,
      String recommended,
      Function<Progress, Maker> makers,
      ExecutorService workers,
      Progress progress) {
    Designs designs = new Designs();
    if (emit == Emit.RECOMMENDED) {
      Maker maker = makers.apply(progress);
      circuits.stream()
          .filter(each -> each.id().equals(recommended))
          .forEach(each -> designs.made.put(each.id(), maker.make(each)));
      return designs;
    }
    // Only one thread may report progress: designs are made side by side, and counted.
    Maker maker = makers.apply(Progress.NONE);
    progress.stage("making and verifying designs", circuits.size());
    Map<String, Future<MadeDesign>> running = new LinkedHashMap<>();
    for (Candidate each : circuits) {
      running.put(each.id(), workers.submit(() -> maker.make(each)));
    }
    running.forEach(
        (id, future) -> {
          designs.made.put(id, Workers.get(future));
          progress.step(designs.made.size());
        });
    return designs;
  }

  /** The design of a circuit. */
  MadeDesign of(String id) {
    return made.get(id);
  }

  /** Whether nothing was found to differ. */
  boolean passed() {
    return made.values().stream().allMatch(MadeDesign::passed);
  }

  /** What the user should know: all of the recommended one, of the others only what failed. */
  List<String> notes(String recommended) {
    List<String> notes = new ArrayList<>(of(recommended).notes());
    made.forEach(
        (id, design) -> {
          if (!design.passed()) {
            notes.add(
                "%s differs from its reference: %s in %s"
                    .formatted(id, mismatches(design.verified()), design.folder()));
          }
        });
    return notes;
  }

  private static String mismatches(Verified verified) {
    return verified.mismatches() == 0
        ? "not in what was compared, but in what was proven,"
        : String.format(
            Locale.ROOT,
            "%,d mismatches in %,d vectors",
            verified.mismatches(),
            verified.vectors());
  }

  /** The designs by the ids of their circuits, in the order of these. */
  Map<String, MadeDesign> all() {
    return Collections.unmodifiableMap(made);
  }

  /** The front with what was compared. */
  Front verified(Front front) {
    List<FrontPoint> points = new ArrayList<>();
    for (FrontPoint point : front.points()) {
      MadeDesign design = made.get(point.id());
      points.add(design == null ? point : point.withVerified(design.verified()));
    }
    return front.withPoints(points);
  }
}
