package io.hdlgen.explore.search;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trials of a search in a file, so that a search that was stopped can go on. */
public final class TrialFile {
  private static final String FORMAT = "hdlgen-trials";
  private static final int VERSION = 2;
  private static final String OPTIONS = "options";
  private static final String CHOICE = "choice";
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

  private final Path file;
  private final SearchRun run;

  /** The options of the choice that the file is to name. */
  private List<String> choice;

  /** The trials of one run. */
  public TrialFile(Path file, SearchRun run) {
    this.file = file;
    this.run = run;
    this.choice = run.choice();
  }

  /**
   * Refuses to go on from what is there, before any work, if it is of another run.
   *
   * @param tested whether a choice was made from the trials and tested: then it stays
   * @throws InvalidInputException naming the options that differ
   */
  public void check(boolean tested) {
    Optional<JsonObject> object = parse();
    if (tested && object.isPresent()) {
      // Folders of earlier versions do not say: whether the choice is another is seen in the end.
      choice = strings(object.get(), CHOICE);
      if (!choice.isEmpty()) {
        OptionDifferences.check(
            folder(), run.choice(), choice, "its circuits were chosen and tested");
      }
    }
  }

  /**
   * The trials that are there already; none if there is no file.
   *
   * @throws InvalidInputException if the file holds those of another run, or something else
   */
  public List<Trial> read() {
    return parse().map(TrialFile::trials).orElse(List.of());
  }

  private Optional<JsonObject> parse() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonObject object;
    try {
      object = JsonObject.parse(Files.readString(file), file.toString(), FORMAT, VERSION);
    } catch (IOException e) {
      throw new InvalidInputException(file.toString(), "no readable file", "trials", e);
    }
    object.allow("run", OPTIONS, CHOICE, "trials");
    if (!object.string("run").equals(run.digest())) {
      OptionDifferences.check(
          folder(), run.options(), strings(object, OPTIONS), "its recipes were tried");
      throw new InvalidInputException(
          folder(),
          "the trials of other rows, or of another version of hdlgen",
          "those of this run; choose another -o or remove the folder");
    }
    return Optional.of(object);
  }

  private String folder() {
    return String.valueOf(file.getParent());
  }

  private static List<String> strings(JsonObject object, String key) {
    return object.has(key) ? object.strings(key) : List.of();
  }

  private static List<Trial> trials(JsonObject object) {
    List<Trial> trials = new ArrayList<>();
    for (JsonObject trial : object.objects("trials")) {
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
      trials.add(
          new Trial(
              recipe,
              trial.real("accuracy", 0, 1),
              trial.real("balancedAccuracy", 0, 1),
              trial.real("areaCm2", 0, MOST),
              trial.real("powerMw", 0, MOST),
              trial.real("gatesCm2", 0, MOST),
              trial.real("gatesMw", 0, MOST)));
    }
    return trials;
  }

  /** Writes all trials, in the place of those that were there. */
  public void write(List<Trial> trials) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.put("version", VERSION);
    object.put("run", run.digest());
    object.put(OPTIONS, run.options());
    object.put(CHOICE, choice);
    object.put("trials", trials.stream().map(TrialFile::object).toList());
    OutputFile.write(file, CanonicalJson.write(object));
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
