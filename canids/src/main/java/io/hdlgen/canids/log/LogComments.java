package io.hdlgen.canids.log;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the comments of a log tell. */
final class LogComments {
  private static final String SUSPENSION = "attack suspension on ";

  /** Read by others than the thread that reads the log. */
  private final List<Suspension> suspensions = new CopyOnWriteArrayList<>();

  private boolean synthetic;

  /** Takes a line that is a comment. */
  void read(LineCursor line) {
    synthetic |= line.contains(LogReader.SYNTHETIC);
    while (line.take('#') || line.take('/')) {
      line.skipBlanks();
    }
    if (line.take(SUSPENSION)) {
      suspension(line);
    }
  }

  /** What somebody else's comment says otherwise is no suspension. */
  private void suspension(LineCursor line) {
    try {
      String id = line.word();
      line.skipBlanks();
      if (line.take("from ")) {
        long from = line.timeUs();
        line.skipBlanks();
        if (line.take("to ")) {
          suspensions.add(new Suspension(id, from, line.timeUs()));
        }
      }
    } catch (MalformedLineException e) {
      return;
    }
  }

  /** Whether the log says of itself that it is generated. */
  boolean synthetic() {
    return synthetic;
  }

  /** In their order; grows. */
  List<Suspension> suspensions() {
    return Collections.unmodifiableList(suspensions);
  }
}
