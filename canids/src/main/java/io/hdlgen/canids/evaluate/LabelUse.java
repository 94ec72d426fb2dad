package io.hdlgen.canids.evaluate;

/** What becomes of frames whose label is doubtful. */
public enum LabelUse {
  /** The labels are what the log says. */
  AS_GIVEN,
  /** Windows with such a frame do not count. */
  LEFT_OUT,
  /** Such frames are taken for injected ones. */
  RELABELLED
}
