package io.hdlgen.quantizer.ptq;

/** How much time a layer's weights take. */
enum FitEffort {
  /** Each weight by itself. */
  NEAREST,
  /** Reconstruction that begins at the nearest weights: for layers that would take minutes. */
  ONE_START,
  /** Reconstruction from several starts. */
  MANY_STARTS
}
