package io.hdlgen.canids.log;

import io.hdlgen.flow.folder.CanonicalJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A log that was written in another format.
 *
 * @param tally what reading has met
 * @param notes what the user should know: one sentence each
 */
public record ConvertResult(Path file, LogFormat format, ReadTally tally, List<String> notes) {
  public ConvertResult {
    notes = List.copyOf(notes);
  }

  /**
   * One JSON object with the keys {@code file, from, to, synthetic, frames, malformed, backwards,
   * otherChannels, errorFrames, notes}.
   */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", file.toString());
    object.put("from", tally.format().word());
    object.put("to", format.word());
    object.put("synthetic", tally.synthetic());
    object.put("frames", tally.frames());
    object.put("malformed", tally.malformed());
    object.put("backwards", tally.backwards());
    object.put("otherChannels", tally.otherChannels());
    object.put("errorFrames", tally.errorFrames());
    object.put("notes", notes);
    return CanonicalJson.write(object);
  }
}
