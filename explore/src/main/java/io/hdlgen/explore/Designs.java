package io.hdlgen.explore;

import io.hdlgen.explore.ExploreRequest.Emit;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.Workers;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.train.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The designs of the recommended circuit, or of all. */
final class Designs {
  private final Map<String, MadeDesign> made = new LinkedHashMap<>();

  private Designs() {}

  /**
   * Makes the designs that the request asks for.
   *
   * @param training over which power is averaged
   * @param testRows number of rows of the test
   */
  static Designs make(
      ExploreRequest request,
      ExploreFolder folder,
      Samples training,
      int testRows,
      List<Candidate> circuits,
      String recommended,
      ExecutorService workers,
      Progress progress) {
    Designs designs = new Designs();
    if (request.emit() == Emit.RECOMMENDED) {
      DesignMaker maker = new DesignMaker(request, training, testRows, progress);
      circuits.stream()
          .filter(each -> each.id().equals(recommended))
          .forEach(each -> designs.made.put(each.id(), made(maker, folder, each)));
      return designs;
    }
    // Only one thread may report progress: designs are made side by side, and counted.
    DesignMaker maker = new DesignMaker(request, training, testRows, Progress.NONE);
    progress.stage("making and verifying designs", circuits.size());
    Map<String, Future<MadeDesign>> running = new LinkedHashMap<>();
    for (Candidate each : circuits) {
      running.put(each.id(), workers.submit(() -> made(maker, folder, each)));
    }
    running.forEach(
        (id, future) -> {
          designs.made.put(id, Workers.get(future));
          progress.step(designs.made.size());
        });
    return designs;
  }

  private static MadeDesign made(DesignMaker maker, ExploreFolder folder, Candidate each) {
    return maker.make(each.network(), folder.network(each.id()), folder.design(each.id()));
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
                "%s differs from its reference: %d mismatches in %s"
                    .formatted(id, design.verified().mismatches(), design.folder()));
          }
        });
    return notes;
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
