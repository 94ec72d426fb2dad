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

/** What a search has tried, in a file, so that one that was stopped can go on. */
public final class Checkpoint {
  private final Path file;
  private final String format;
  private final int version;
  private final String run;

  /**
   * The file of one run.
   *
   * @param run what the trials depend on: a {@link RunDigest}
   */
  public Checkpoint(Path file, String format, int version, String run) {
    this.file = file;
    this.format = format;
    this.version = version;
    this.run = run;
  }

  /**
   * The trials that are there already; none if there is no file.
   *
   * @throws InvalidInputException if the file holds those of another run, or something else
   */
  public List<JsonObject> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    JsonObject object;
    try {
      object = JsonObject.parse(Files.readString(file), file.toString(), format, version);
    } catch (IOException e) {
      throw new InvalidInputException(file.toString(), "no readable file", "trials", e);
    }
    object.allow("run", "trials");
    if (!object.string("run").equals(run)) {
      throw new InvalidInputException(
          file.toString(),
          "the trials of other data or options",
          "those of this run; choose another -o or remove the folder");
    }
    return object.objects("trials");
  }

  /** Writes all trials, in the place of those that were there. */
  public void write(List<Map<String, Object>> trials) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", format);
    object.put("version", version);
    object.put("run", run);
    object.put("trials", trials);
    OutputFile.write(file, CanonicalJson.write(object));
  }
}
