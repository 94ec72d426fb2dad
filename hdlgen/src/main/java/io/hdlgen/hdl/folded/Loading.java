package io.hdlgen.hdl.folded;

import java.util.Map;

/** What the top of a design does about numbers that are loaded. */
interface Loading {
  /** Nothing: all numbers are built in. */
  Loading NONE =
      new Loading() {
        @Override
        public Map<String, Integer> connections() {
          return Map.of();
        }

        @Override
        public void connected(Map<String, Integer> outputs) {}

        @Override
        public void finish(int accepted, int first) {}
      };

  /** More inputs of each layer. */
  Map<String, Integer> connections();

  /** Takes the outputs of a layer. */
  void connected(Map<String, Integer> outputs);

  /**
   * Builds what follows the stream.
   *
   * @param accepted 1 where a beat is taken
   * @param first 1 where it is, or would be, the first of an inference
   */
  void finish(int accepted, int first);
}
