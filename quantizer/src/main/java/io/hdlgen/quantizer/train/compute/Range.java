package io.hdlgen.quantizer.train.compute;

/** What to do with a part of a loop. */
@FunctionalInterface
public interface Range {
  /** The iterations {@code from <= i < to}; each must give the same whatever part it is in. */
  void run(int from, int to);
}
