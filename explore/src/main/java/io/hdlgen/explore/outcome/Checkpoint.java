package io.hdlgen.explore.outcome;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a search has tried, in a file, so that one that was stopped can go on. */
public final class Checkpoint {
  private static final String RUN = "run";
  private static final String OPTIONS = "options";
  private static final String CHOICE = "choice";
  private static final String TRIALS = "trials";

  private final Path file;
  private final String format;
  private final int version;
  private final SearchRun run;

  /** The options of the choice that the file is to name. */
  private List<String> choice;

  /** The file of one run. */
  public Checkpoint(Path file, String format, int version, SearchRun run) {
    this.file = file;
    this.format = format;
    this.version = version;
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
      OptionDifferences.check(folder(), run.choice(), choice, "its front was chosen and tested");
    }
  }

  /**
   * The trials that are there already; none if there is no file.
   *
   * @throws InvalidInputException if the file holds those of another run, or something else
   */
  public List<JsonObject> read() {
    return parse().map(object -> object.objects(TRIALS)).orElse(List.of());
  }

  private Optional<JsonObject> parse() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonObject object;
    try {
      object = JsonObject.parse(Files.readString(file), file.toString(), format, version);
    } catch (IOException e) {
      throw new InvalidInputException(file.toString(), "no readable file", "trials", e);
    }
    object.allow(RUN, OPTIONS, CHOICE, TRIALS);
    if (!object.string(RUN).equals(run.digest())) {
      OptionDifferences.check(
          folder(), run.options(), strings(object, OPTIONS), "its trials were made");
      throw new InvalidInputException(
          folder(),
          "the trials of files of other content, or of another version of hdlgen",
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

  /** Writes all trials, in the place of those that were there. */
  public void write(List<Map<String, Object>> trials) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", format);
    object.put("version", version);
    object.put(RUN, run.digest());
    object.put(OPTIONS, run.options());
    object.put(CHOICE, choice);
    object.put(TRIALS, trials);
    OutputFile.write(file, CanonicalJson.write(object));
  }
}
