package io.hdlgen.canids.log;

import java.util.ArrayList;
import java.util.List;

/**
 * What reading a log has met.
 *
 * @param format the log's format
 * @param synthetic whether the log says of itself that its frames are generated
 * @param timed whether its frames have times; they are all 0 otherwise
 * @param lines lines read
 * @param frames frames read
 * @param malformed lines that are no frames
 * @param firstMalformed the first of them
 * @param otherChannels frames of other buses, which were left out
 * @param errorFrames error frames, which were left out
 * @param backwards frames with a time before that of the frame before them
 * @param firstBackwards line of the first of them; 0 for none
 */
public record ReadTally(
    LogFormat format,
    boolean synthetic,
    boolean timed,
    long lines,
    long frames,
    long malformed,
    List<MalformedLine> firstMalformed,
    long otherChannels,
    long errorFrames,
    long backwards,
    long firstBackwards) {
  public ReadTally {
    firstMalformed = List.copyOf(firstMalformed);
  }

  /** What the user should know: one sentence each, those on malformed lines first. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (MalformedLine line : firstMalformed) {
      notes.add("line " + line.number() + ": " + line.reason());
    }
    if (malformed > 0) {
      notes.add("malformed lines skipped: " + malformed);
    }
    if (backwards > 0) {
      notes.add(
          "times that go backwards: %d, the first in line %d".formatted(backwards, firstBackwards));
    }
    if (otherChannels > 0) {
      notes.add("frames of other channels left out: " + otherChannels);
    }
    if (errorFrames > 0) {
      notes.add("error frames left out: " + errorFrames);
    }
    if (!timed && frames > 0) {
      notes.add("the log has no times: all are 0");
    }
    if (synthetic) {
      notes.add("the log is synthetic: generated, not recorded");
    }
    return notes;
  }
}
