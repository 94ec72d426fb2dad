package io.hdlgen.canids.log;

/**
 * A time in which the frames of an identifier do not come, because of an attack: as a comment tells
 * it, since no frame can.
 *
 * @param id the identifier, as the comment has it
 * @param fromUs by the log's times, inclusive
 * @param untilUs inclusive
 */
public record Suspension(String id, long fromUs, long untilUs) {
  /** Whether a time lies within. */
  public boolean contains(long timeUs) {
    return timeUs >= fromUs && timeUs <= untilUs;
  }
}
