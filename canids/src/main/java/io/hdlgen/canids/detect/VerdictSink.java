package io.hdlgen.canids.detect;

import io.hdlgen.canids.frame.CanFrame;

/** Hears what a judge says of each frame, in the order of the frames, in one thread. */
@FunctionalInterface
public interface VerdictSink {
  /** The class of a frame before there are enough of them to judge. */
  int NONE = -1;

  /**
   * A frame was judged.
   *
   * @param classIndex 0 for benign; {@link #NONE} without a verdict
   * @param score how much the frame seems to be an attack, the more the greater
   */
  void judged(CanFrame frame, int classIndex, double score);
}
