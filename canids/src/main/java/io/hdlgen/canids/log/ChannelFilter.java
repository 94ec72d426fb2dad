package io.hdlgen.canids.log;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lets the frames of one bus through: of the one that was named, else of the first frame's. */
final class ChannelFilter {
  private byte[] channel;
  private long others;

  ChannelFilter(Optional<String> channel) {
    this.channel = channel.map(name -> name.getBytes(StandardCharsets.UTF_8)).orElse(null);
  }

  /** Passes the word that is the channel's name; whether the line is of the bus. */
  boolean passes(LineCursor line) {
    if (channel == null) {
      channel = line.word().getBytes(StandardCharsets.UTF_8);
      return true;
    }
    if (line.takeWord(channel)) {
      return true;
    }
    line.word();
    return false;
  }

  /** Counts a frame of another bus. */
  void leftOut() {
    others++;
  }

  long others() {
    return others;
  }
}
