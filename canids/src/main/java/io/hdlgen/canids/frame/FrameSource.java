package io.hdlgen.canids.frame;

import java.io.Closeable;

/** Frames of one bus by ascending time, one after the other. */
public interface FrameSource extends Closeable {
  /** The next frame; null after the last. */
  CanFrame next();

  /** Lets go of what the frames are read from; here there is nothing. */
  @Override
  default void close() {}
}
