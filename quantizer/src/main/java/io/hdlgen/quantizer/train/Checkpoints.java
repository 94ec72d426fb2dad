package io.hdlgen.quantizer.train;

import java.util.Optional;

/**
 * Where training leaves its state, so that a killed run can be continued and ends with the same
 * network.
 */
public interface Checkpoints {
  /** Keeps nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public Optional<byte[]> load(String phase) {
          return Optional.empty();
        }

        @Override
        public boolean due() {
          return false;
        }

        @Override
        public void save(String phase, byte[] state) {}
      };

  /** The last state that was saved for a phase ({@link EpochReport#phase}). */
  Optional<byte[]> load(String phase);

  /** Whether it is time to save; asked after each epoch. */
  boolean due();

  /** Saves a state, in place of the one before: whole or not at all. */
  void save(String phase, byte[] state);
}
