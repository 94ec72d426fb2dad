package io.hdlgen.explore.approximate;

import io.hdlgen.explore.outcome.Checkpoint;
import io.hdlgen.explore.outcome.OptionList;
import io.hdlgen.explore.outcome.RunDigest;
import io.hdlgen.explore.outcome.SearchRun;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.train.Samples;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the networks of a search were worth, in a file. The search is the same each time, so that
 * the order in which they were tried says which ones they are.
 */
final class TriedFile {
  private static final String FORMAT = "hdlgen-approximations";
  private static final int VERSION = 1;

  /** One more with each change of what is tried, or of what that is worth. */
  private static final int SEARCH_VERSION = 1;

  private static final double MOST = 1e9;

  private final Checkpoint checkpoint;

  TriedFile(Path file, ApproximateRequest request, IntegerNetwork network, Samples training) {
    SearchRun run =
        new SearchRun(digest(request, network, training), options(request), choice(request));
    this.checkpoint = new Checkpoint(file, FORMAT, VERSION, run);
  }

  /**
   * Refuses to go on from what is there, before any work, if it is of another run.
   *
   * @param tested whether a choice was made from it and tested: then it stays
   * @throws io.hdlgen.quantizer.error.InvalidInputException naming the options that differ
   */
  void check(boolean tested) {
    checkpoint.check(tested);
  }

  private static String digest(
      ApproximateRequest request, IntegerNetwork network, Samples training) {
    List<Object> options =
        List.of(
            SEARCH_VERSION,
            request.target(),
            request.aim(),
            request.maxLoss(),
            request.population(),
            request.seed(),
            NetworkJson.write(network));
    return RunDigest.of(options, training);
  }

  private static List<String> options(ApproximateRequest request) {
    return new OptionList()
        .add("NETWORK", request.network().getFileName())
        .add("--target", request.target())
        .add("--aim", request.aim().name().toLowerCase(Locale.ROOT))
        .add("--max-loss", request.maxLoss())
        .add("--population", request.population())
        .add("--seed", request.seed())
        .data(request.rows().data())
        .test(request.rows())
        .entries();
  }

  private static List<String> choice(ApproximateRequest request) {
    return new OptionList().add("--generations", request.generations()).entries();
  }

  /** In the order in which they were tried; none if there is no file. */
  List<Worth> read() {
    return checkpoint.read().stream()
        .map(
            trial -> {
              trial.allow("merit", "areaCm2");
              return new Worth(trial.real("merit", 0, 1), trial.real("areaCm2", 0, MOST));
            })
        .toList();
  }

  void write(List<Worth> tried) {
    checkpoint.write(
        tried.stream()
            .map(
                worth -> {
                  Map<String, Object> object = new LinkedHashMap<>();
                  object.put("merit", worth.merit());
                  object.put("areaCm2", worth.areaCm2());
                  return object;
                })
            .toList());
  }
}
