package io.hdlgen.flow;

import io.hdlgen.quantizer.floating.FloatNetwork;
import java.util.List;

final class FloatModel {
  private FloatModel() {}

  static String write(FloatNetwork network, List<String> classNames) {
    throw new UnsupportedOperationException(network.name() + classNames);
  }
}
