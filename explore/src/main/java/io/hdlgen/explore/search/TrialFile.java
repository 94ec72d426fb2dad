package io.hdlgen.explore.search;

import io.hdlgen.explore.outcome.Checkpoint;
import io.hdlgen.explore.outcome.SearchRun;
import io.hdlgen.flow.folder.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The trials of a search in a file, so that a search that was stopped can go on. */
public final class TrialFile {
  private static final String FORMAT = "hdlgen-trials";
  private static final int VERSION = 2;
  private static final double MOST = 1e9;
  private static final String[] KEYS = {
    "bits",
    "leaves",
    "balance",
    "errorMm2",
    "powerMm2",
    "noise",
    "trim",
    "accuracy",
    "balancedAccuracy",
    "areaCm2",
    "powerMw",
    "gatesCm2",
    "gatesMw"
  };

  private final Checkpoint checkpoint;

  /** The trials of one run. */
  public TrialFile(Path file, SearchRun run) {
    this.checkpoint = new Checkpoint(file, FORMAT, VERSION, run);
  }

  /**
   * Refuses to go on from what is there, before any work, if it is of another run.
   *
   * @param tested whether a choice was made from the trials and tested: then it stays
   * @throws io.hdlgen.quantizer.error.InvalidInputException naming the options that differ
   */
  public void check(boolean tested) {
    checkpoint.check(tested);
  }

  /**
   * The trials that are there already; none if there is no file.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if the file holds those of another run,
   *     or something else
   */
  public List<Trial> read() {
    return checkpoint.read().stream().map(TrialFile::trial).toList();
  }

  private static Trial trial(JsonObject trial) {
    trial.allow(KEYS);
    Recipe recipe =
        new Recipe(
            trial.integer("bits", 1),
            trial.integer("leaves", 1),
            trial.real("balance", 0, MOST),
            trial.real("errorMm2", 0, MOST),
            trial.real("powerMm2", 0, MOST),
            trial.real("noise", 0, MOST),
            trial.real("trim", 0, MOST));
    return new Trial(
        recipe,
        trial.real("accuracy", 0, 1),
        trial.real("balancedAccuracy", 0, 1),
        trial.real("areaCm2", 0, MOST),
        trial.real("powerMw", 0, MOST),
        trial.real("gatesCm2", 0, MOST),
        trial.real("gatesMw", 0, MOST));
  }

  /** Writes all trials, in the place of those that were there. */
  public void write(List<Trial> trials) {
    checkpoint.write(trials.stream().map(TrialFile::object).toList());
  }

  private static Map<String, Object> object(Trial trial) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("bits", trial.recipe().bits());
    object.put("leaves", trial.recipe().leaves());
    object.put("balance", trial.recipe().balance());
    object.put("errorMm2", trial.recipe().errorMm2());
    object.put("powerMm2", trial.recipe().powerMm2());
    object.put("noise", trial.recipe().noise());
    object.put("trim", trial.recipe().trim());
    object.put("accuracy", trial.accuracy());
    object.put("balancedAccuracy", trial.balancedAccuracy());
    object.put("areaCm2", trial.areaCm2());
    object.put("powerMw", trial.powerMw());
    object.put("gatesCm2", trial.gatesCm2());
    object.put("gatesMw", trial.gatesMw());
    return object;
  }
}
