package io.hdlgen.explore;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.ReferencePoint;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.Majority;
import io.hdlgen.explore.protocol.OpenedTestRows;
import io.hdlgen.quantizer.train.Samples;
import java.util.List;
import java.util.Optional;

/** Puts fronts together. */
final class FrontMaker {
  private final ExploreRequest request;
  private final Samples training;
  private final List<ReferencePoint> references;
  private final int evaluated;
  private final long started;

  /**
   * @param evaluated number of recipes that were tried
   * @param started by {@link System#nanoTime}
   */
  FrontMaker(
      ExploreRequest request,
      Samples training,
      List<ReferencePoint> references,
      int evaluated,
      long started) {
    this.request = request;
    this.training = training;
    this.references = references;
    this.evaluated = evaluated;
    this.started = started;
  }

  /** The front of these circuits, with test figures once there are any. */
  Front of(
      List<Candidate> ours,
      List<Candidate> trees,
      Candidate chosen,
      Optional<OpenedTestRows> test) {
    int[] labels = test.map(rows -> rows.samples().labels()).orElse(training.labels());
    return new Front(
        ExploreFolder.baseName(request.rows().data().data()),
        request.target(),
        training.classNames(),
        training.featureNames(),
        Majority.share(training.classNames().size(), training.labels(), labels),
        ours.stream().map(one -> one.point(test)).toList(),
        trees.stream().map(one -> one.point(test)).toList(),
        references,
        chosen.id(),
        evaluated,
        (System.nanoTime() - started) / 1e9);
  }
}
