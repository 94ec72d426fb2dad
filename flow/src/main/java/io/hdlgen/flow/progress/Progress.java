package io.hdlgen.flow.progress;

/**
 * Hears how far a command is. Called from one thread at a time; must return quickly.
 *
 * <p>A command runs through stages; each ends where the next begins.
 */
public interface Progress extends AutoCloseable {
  /** Hears nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void stage(String name, long total) {}

        @Override
        public void step(long done) {}

        @Override
        public void detail(String text) {}

        @Override
        public void note(String sentence) {}

        @Override
        public void close() {}
      };

  /**
   * A stage begins.
   *
   * @param name what is being done, in a few words
   * @param total number of steps; 0 where it is not known
   */
  void stage(String name, long total);

  /**
   * The stage has come this far.
   *
   * @param done steps done since the stage began, not since the last call
   */
  void step(long done);

  /**
   * How the stage goes, besides how far it is.
   *
   * @param text a few words; in place of those before, until the stage ends
   */
  void detail(String text);

  /** Something that the user should know now, not only when the command has ended. */
  void note(String sentence);

  /** The last stage has ended; nothing is shown any more. */
  @Override
  void close();
}
