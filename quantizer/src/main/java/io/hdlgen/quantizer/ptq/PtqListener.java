package io.hdlgen.quantizer.ptq;

/** Hears how post-training quantization goes. Called from one thread; must return quickly. */
@FunctionalInterface
public interface PtqListener {
  /** Hears nothing. */
  PtqListener NONE = (stage, done, total) -> {};

  /**
   * Work has come this far.
   *
   * @param stage what is being done, in a few words
   * @param done steps of the stage that are done, from 0
   * @param total steps of the stage
   */
  void advanced(String stage, int done, int total);
}
