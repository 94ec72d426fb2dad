package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Writes logs in other formats. */
public final class Conversion {
  private static final int FRAMES_A_STEP = 1 << 14;

  private Conversion() {}

  /**
   * Writes the log: whole or not at all.
   *
   * @throws InvalidInputException if the log cannot be read or has no frame, or the format cannot
   *     say what is in it; if something else lies where it is to be written
   * @throws io.hdlgen.flow.folder.OutputException if it cannot be written
   */
  public static ConvertResult convert(ConvertRequest request, Progress progress) {
    LogWriter.check(request.output());
    progress.stage("converting bytes", request.source().size());
    boolean hasLabels = false;
    try (LogReader reader = LogReader.open(request.source(), request.mode());
        LogWriter writer = LogWriter.create(request.output(), request.format())) {
      for (CanFrame frame = reader.next(); frame != null; frame = reader.next()) {
        if (writer.frames() == 0 && reader.tally().synthetic()) {
          writer.comment(LogReader.SYNTHETIC + " CAN traffic: generated, not recorded; converted");
        }
        writer.write(frame);
        hasLabels |= frame.label() != Label.UNKNOWN;
        if (writer.frames() % FRAMES_A_STEP == 0) {
          progress.step(reader.bytesRead());
        }
      }
      if (writer.frames() == 0) {
        throw new InvalidInputException(
            request.source().name(), "no CAN frame", "a log with one or more");
      }
      writer.commit();
      return result(request, reader.tally(), hasLabels);
    }
  }

  private static ConvertResult result(ConvertRequest request, ReadTally tally, boolean hasLabels) {
    List<String> notes = new ArrayList<>(tally.notes());
    if (hasLabels && !request.format().hasLabels()) {
      notes.add("the labels are lost: " + request.format().word() + " has none");
    }
    return new ConvertResult(request.output(), request.format(), tally, notes);
  }
}
