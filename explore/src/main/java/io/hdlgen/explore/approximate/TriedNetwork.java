package io.hdlgen.explore.approximate;

import io.hdlgen.quantizer.network.IntegerNetwork;

/** An approximate network that was tried. */
record TriedNetwork(IntegerNetwork network, Worth worth) {
  double merit() {
    return worth.merit();
  }

  double areaCm2() {
    return worth.areaCm2();
  }
}
