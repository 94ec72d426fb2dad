package io.hdlgen.quantizer.train;

/** Hears how training goes. Called from one thread at a time; must return quickly. */
@FunctionalInterface
public interface TrainingListener {
  /** Hears nothing. */
  TrainingListener NONE = report -> {};

  /** An epoch has ended. */
  void epochEnded(EpochReport report);
}
