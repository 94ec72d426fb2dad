package io.hdlgen.explore.approximate;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.explore.front.ReferencePoint;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.Majority;
import io.hdlgen.explore.outcome.StandardError;
import io.hdlgen.explore.protocol.OpenedTestRows;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the front together, and chooses the point that is recommended. */
final class FrontMaker {
  private final ApproximateRequest request;
  private final RowParts parts;
  private final Candidate given;
  private final List<Candidate> front;

  /**
   * @param given the network as it was given
   * @param front by ascending area
   */
  FrontMaker(ApproximateRequest request, RowParts parts, Candidate given, List<Candidate> front) {
    this.request = request;
    this.parts = parts;
    this.given = given;
    this.front = front;
  }

  /** All whose test figures are given. */
  List<IntegerNetwork> all() {
    List<IntegerNetwork> all = new ArrayList<>(front.stream().map(Candidate::network).toList());
    all.add(given.network());
    return all;
  }

  /** The smallest of those within a {@link StandardError} of the best in validation. */
  Candidate recommended() {
    double best = front.stream().mapToDouble(this::merit).max().orElseThrow();
    double least =
        StandardError.below(request.aim(), best, parts.validation().samples().classRows());
    return front.stream().filter(one -> merit(one) >= least).findFirst().orElseThrow();
  }

  private double merit(Candidate candidate) {
    return request.aim().merit(candidate.validation());
  }

  /** The network as it was given. */
  FrontPoint given(Optional<OpenedTestRows> test) {
    return given.point(request.network().getFileName().toString(), test);
  }

  Front front(Optional<OpenedTestRows> test, int tried, double seconds) {
    List<FrontPoint> points = front.stream().map(one -> one.point(test)).toList();
    FrontPoint exact = given(test);
    int[] labels =
        test.map(rows -> rows.samples().labels()).orElse(parts.validation().samples().labels());
    return new Front(
        request.name(),
        request.target(),
        given.network().classNames(),
        given.network().inputs().stream().map(InputFeature::name).toList(),
        Majority.share(given.network().classes(), parts.training().samples().labels(), labels),
        points,
        List.of(),
        exact.test().map(quality -> List.of(reference(exact, quality))).orElse(List.of()),
        recommended().id(),
        tried,
        seconds);
  }

  private static ReferencePoint reference(FrontPoint exact, Quality quality) {
    return new ReferencePoint(
        exact.id(),
        "the network before approximation, through the same flow",
        quality.accuracy(),
        Optional.of(quality.balancedAccuracy()),
        exact.cost().areaCm2(),
        Optional.of(exact.cost().staticPowerMw()));
  }
}
