package io.hdlgen.explore.approximate;

import io.hdlgen.explore.Qualities;
import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.explore.front.ReferencePoint;
import io.hdlgen.explore.protocol.OpenedTestRows;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts the front together, and chooses the point that is recommended. */
final class FrontMaker {
  private static final String GIVEN = "given";

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

  List<String> ids() {
    return IntStream.rangeClosed(1, front.size())
        .mapToObj(k -> String.format(Locale.ROOT, "p%02d", k))
        .toList();
  }

  /** All whose test figures are given. */
  List<IntegerNetwork> all() {
    List<IntegerNetwork> all = new ArrayList<>(front.stream().map(Candidate::network).toList());
    all.add(given.network());
    return all;
  }

  IntegerNetwork recommended() {
    return front.get(recommendedIndex()).network();
  }

  /**
   * The smallest of those within one standard error of the best in validation (Breiman, Friedman,
   * Olshen, Stone, "Classification and Regression Trees", 1984).
   */
  private int recommendedIndex() {
    double best = front.stream().mapToDouble(this::merit).max().orElseThrow();
    double error = Math.sqrt(best * (1 - best) / parts.validation().samples().rows());
    return IntStream.range(0, front.size())
        .filter(k -> merit(front.get(k)) >= best - error)
        .findFirst()
        .orElseThrow();
  }

  private double merit(Candidate candidate) {
    return Trials.merit(candidate.validation(), request.aim());
  }

  ApproximateResult result(
      Path folder, Optional<OpenedTestRows> test, int tried, double seconds, boolean stopped) {
    List<String> ids = ids();
    List<FrontPoint> points =
        IntStream.range(0, front.size())
            .mapToObj(k -> point(ids.get(k), front.get(k), test))
            .toList();
    FrontPoint exact = point(GIVEN, given, test);
    Front made =
        new Front(
            ApproximateFolder.name(request),
            request.target(),
            given.network().classNames(),
            given.network().inputs().stream().map(InputFeature::name).toList(),
            majority(test),
            points,
            List.of(),
            exact.test().map(quality -> List.of(reference(exact, quality))).orElse(List.of()),
            ids.get(recommendedIndex()),
            tried,
            seconds);
    List<String> notes = new ArrayList<>(parts.notes());
    if (stopped) {
      notes.add(
          "Stopped before circuits were mapped: areas and powers are estimates, without converters");
    }
    return new ApproximateResult(folder, exact, made, stopped, notes);
  }

  private static ReferencePoint reference(FrontPoint exact, Quality quality) {
    return new ReferencePoint(
        GIVEN,
        "the network before approximation, through the same flow",
        quality.accuracy(),
        quality.balancedAccuracy(),
        exact.cost().areaCm2(),
        Optional.of(exact.cost().staticPowerMw()));
  }

  private FrontPoint point(String id, Candidate one, Optional<OpenedTestRows> test) {
    return new FrontPoint(
        id,
        id.equals(GIVEN)
            ? request.network().getFileName().toString()
            : ApproximateFolder.networkFile(id),
        Sha256.of(NetworkJson.write(one.network())),
        id.equals(GIVEN) ? "as it was given" : "approximation by NSGA-II",
        Qualities.of(one.train()),
        Qualities.of(one.validation()),
        test.map(rows -> Qualities.of(rows.measure(one.network()).metrics())),
        one.cost());
  }

  private double majority(Optional<OpenedTestRows> test) {
    int[] counts = new int[given.network().classes()];
    for (int label : parts.training().samples().labels()) {
      counts[label]++;
    }
    int commonest =
        IntStream.range(0, counts.length).reduce((a, b) -> counts[b] > counts[a] ? b : a).orElse(0);
    int[] labels =
        test.map(rows -> rows.samples().labels()).orElse(parts.validation().samples().labels());
    return IntStream.of(labels).filter(label -> label == commonest).count()
        / (double) labels.length;
  }
}
