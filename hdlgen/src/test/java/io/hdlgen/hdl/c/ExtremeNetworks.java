package io.hdlgen.hdl.c;

import static io.hdlgen.hdl.testing.Designs.feature;
import static io.hdlgen.hdl.testing.Designs.layer;
import static io.hdlgen.hdl.testing.Designs.matrix;
import static io.hdlgen.hdl.testing.Designs.row;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.Collections;
import java.util.List;

/** Networks at the ends of the types of C, and with text that C reads in its own way. */
enum ExtremeNetworks {
  /** Partial sums reach 16 bits though the whole sum stays in 8. */
  PARTIAL_SUMS {
    @Override
    IntegerNetwork network() {
      InputFeature high =
          new InputFeature("high", 8, Encoding.UNSIGNED, 250, 255, 0.5, 3, Rounding.UP);
      return one(
          List.of(high, high),
          layer(new Activation.Identity(), row(0, 0), row(128, -128), row(-64, 64)));
    }
  },
  SUM_FILLS_16_BITS {
    @Override
    IntegerNetwork network() {
      InputFeature x = feature("x", 8, Encoding.UNSIGNED);
      return one(
          List.of(x),
          layer(new Activation.Identity(), row(127, 128), row(128), row(128)),
          layer(new Activation.ShiftRelu(62, 62), row(0), row(1, 0)));
    }
  },
  SUM_FILLS_32_BITS {
    @Override
    IntegerNetwork network() {
      InputFeature x = feature("x", 16, Encoding.SIGNED);
      return one(
          List.of(x), layer(new Activation.ShiftRelu(31, 1), row(-1, 0), row(65535), row(-65536)));
    }
  },
  WIDE_CODES {
    @Override
    IntegerNetwork network() {
      InputFeature x =
          InputFeature.filling("x", 32, Encoding.UNSIGNED, -1e-300, 1e-290, Rounding.HALF_DOWN);
      InputFeature y = feature("y", 32, Encoding.SIGNED);
      return one(
          List.of(x, y),
          layer(
              new Activation.MultiThreshold(
                  Long.MIN_VALUE, 1L << 61, matrix(row(Long.MIN_VALUE, 5), row(7, Long.MAX_VALUE))),
              row(0, 3),
              row(1, 0),
              row(0, -1)));
    }
  },
  ENDS_OF_64_BITS {
    @Override
    IntegerNetwork network() {
      InputFeature x = feature("x", 1, Encoding.BIPOLAR);
      return one(
          List.of(x, x),
          layer(
              new Activation.Identity(),
              row(-1, Long.MAX_VALUE, Long.MIN_VALUE),
              row(Long.MAX_VALUE, 0),
              row(0, 0),
              row(0, 0)));
    }
  },
  UNUSED_WIDE_INPUT {
    @Override
    IntegerNetwork network() {
      InputFeature x = feature("x", 32, Encoding.UNSIGNED);
      InputFeature y = feature("y", 2, Encoding.SIGNED);
      return one(List.of(x, y), layer(new Activation.Identity(), row(1), row(0, 3)));
    }
  },
  NO_THRESHOLDS {
    @Override
    IntegerNetwork network() {
      LongMatrix none = LongMatrix.ofRows(List.of(row(), row()), 0);
      return one(
          List.of(feature("x", 3, Encoding.SIGNED)),
          layer(new Activation.MultiThreshold(-70000, 3, none), row(1, 2), row(3), row(-1)));
    }
  },
  ALWAYS_ONE {
    @Override
    IntegerNetwork network() {
      DenseLayer layer = layer(new Activation.Identity(), row(0), row(1));
      Decision decision = new Decision.Threshold(row(3), row(-5), Long.MIN_VALUE);
      return new IntegerNetwork(
          "odd */ ??/",
          List.of(feature("say \"a\\b\"\n??/ä€*/", 4, Encoding.SIGNED)),
          List.of(layer),
          decision,
          List.of("%d\t\u0001" + "2", "// \\"));
    }
  };

  abstract IntegerNetwork network();

  private static IntegerNetwork one(List<InputFeature> inputs, DenseLayer... layers) {
    int scores = layers[layers.length - 1].outputs();
    return new IntegerNetwork(
        "extreme",
        inputs,
        List.of(layers),
        new Decision.ArgMax(LongVector.filled(scores, 1), LongVector.filled(scores, 0)),
        Collections.nCopies(scores, "class"));
  }
}
