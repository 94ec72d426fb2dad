package io.hdlgen.explore;

import io.hdlgen.explore.outcome.OptionList;
import io.hdlgen.explore.outcome.RunDigest;
import io.hdlgen.explore.outcome.SearchRun;
import io.hdlgen.explore.search.Effort;
import io.hdlgen.explore.search.Limits;
import io.hdlgen.quantizer.train.Samples;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names what the search of a request depends on. */
final class SearchRuns {
  /** One more with each change of what a recipe gives: trials of another version do not count. */
  private static final int SEARCH_VERSION = 2;

  private SearchRuns() {}

  static SearchRun of(ExploreRequest request, Samples training, Effort effort) {
    return new SearchRun(
        digest(request, training, effort), options(request), choice(request, effort));
  }

  /** Training rows, technology, seed, and what a fit takes. */
  private static String digest(ExploreRequest request, Samples training, Effort effort) {
    List<Object> options =
        List.of(
            SEARCH_VERSION,
            request.target(),
            request.seed(),
            effort.moves() + " " + effort.repetitions(),
            request.equalRowsTogether());
    return RunDigest.of(options, training);
  }

  private static List<String> options(ExploreRequest request) {
    return new OptionList()
        .add("--target", request.target())
        .add("--seed", request.seed())
        .add("--folds", request.equalRowsTogether() ? "groups" : "rows")
        .data(request.rows().data())
        .words("--keep", request.kept())
        .test(request.rows())
        .entries();
  }

  private static List<String> choice(ExploreRequest request, Effort effort) {
    Limits limits = request.goal().limits();
    return new OptionList()
        .add("--aim", request.goal().aim().name().toLowerCase(Locale.ROOT))
        .add("--generations", effort.generations())
        .add("--max-area", limit(limits.maxAreaCm2()))
        .add("--max-power", limit(limits.maxPowerMw()))
        .add("--min-accuracy", limit(limits.minAccuracy()))
        .add("--min-balanced", limit(limits.minBalanced()))
        .entries();
  }

  private static Optional<Double> limit(double value) {
    boolean given = value > 0 && value < Double.POSITIVE_INFINITY;
    return given ? Optional.of(value) : Optional.empty();
  }
}
