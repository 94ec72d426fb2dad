package io.hdlgen.explore;

import io.hdlgen.explore.search.Effort;
import io.hdlgen.explore.search.Limits;
import io.hdlgen.explore.search.SearchRun;
import io.hdlgen.flow.DataSource;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.quantizer.train.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    StringBuilder text = new StringBuilder();
    text.append(SEARCH_VERSION).append('\n');
    text.append(request.target()).append('\n').append(request.seed()).append('\n');
    text.append(effort.moves()).append(' ').append(effort.repetitions()).append('\n');
    text.append(request.equalRowsTogether()).append('\n');
    text.append(training.featureNames()).append(training.classNames()).append('\n');
    text.append(Arrays.toString(training.labels())).append('\n');
    for (double[] row : training.features()) {
      text.append(Arrays.toString(row)).append('\n');
    }
    return Sha256.of(text.toString());
  }

  private static List<String> options(ExploreRequest request) {
    DataSource data = request.rows().data();
    Optional<DataSource> test = request.rows().testData();
    List<String> options = new ArrayList<>();
    options.add("--target " + request.target());
    options.add("--seed " + request.seed());
    options.add("--folds " + (request.equalRowsTogether() ? "groups" : "rows"));
    options.add("--data " + data.data().getFileName());
    options.add(option("--label", data.label()));
    options.add(option("--labels", data.labels().map(Path::getFileName)));
    options.add(option("--ignore", list(data.ignored())));
    options.add(option("--keep", list(request.kept())));
    options.add(option("--test-rows", request.rows().testRows().map(Path::getFileName)));
    options.add(option("--test-data", test.map(rows -> rows.data().getFileName())));
    return options;
  }

  private static List<String> choice(ExploreRequest request, Effort effort) {
    Limits limits = request.goal().limits();
    List<String> options = new ArrayList<>();
    options.add("--aim " + request.goal().aim().name().toLowerCase(Locale.ROOT));
    options.add("--generations " + effort.generations());
    options.add(limit("--max-area", limits.maxAreaCm2()));
    options.add(limit("--max-power", limits.maxPowerMw()));
    options.add(limit("--min-accuracy", limits.minAccuracy()));
    options.add(limit("--min-balanced", limits.minBalanced()));
    return options;
  }

  private static String limit(String name, double value) {
    boolean given = value > 0 && value < Double.POSITIVE_INFINITY;
    return option(name, given ? Optional.of(value) : Optional.empty());
  }

  private static Optional<String> list(List<String> entries) {
    return entries.isEmpty() ? Optional.empty() : Optional.of(String.join(",", entries));
  }

  private static String option(String name, Optional<?> value) {
    return value.map(each -> name + " " + each).orElse("no " + name);
  }
}
