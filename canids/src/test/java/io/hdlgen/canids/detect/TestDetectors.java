package io.hdlgen.canids.detect;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.feature.FrameField;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;

/** Small detectors of random weights. */
final class TestDetectors {
  private TestDetectors() {}

  /** Sees identifiers and two data bytes of each frame. */
  static Detector random(int window, int classes) {
    Random random = new Random(window);
    FeatureSpec features =
        new FeatureSpec(
            window,
            List.of(FrameField.ID_HIGH, FrameField.ID_LOW, FrameField.BYTE_0, FrameField.BYTE_7));
    List<InputFeature> inputs = new ArrayList<>();
    for (int i = 0; i < features.features(); i++) {
      inputs.add(
          InputFeature.filling(
              features.names().get(i),
              features.bits(i),
              Encoding.UNSIGNED,
              1,
              0,
              Rounding.HALF_EVEN));
    }
    long[][] weights = new long[classes][inputs.size()];
    for (long[] row : weights) {
      Arrays.setAll(row, i -> random.nextInt(8) - 4);
    }
    DenseLayer layer =
        new DenseLayer(
            "only",
            LongMatrix.of(weights),
            LongVector.filled(classes, 1),
            new Activation.Identity());
    List<DetectorClass> all =
        List.of(
            new DetectorClass("benign", List.of(Label.BENIGN)),
            new DetectorClass("dos", List.of(Label.DOS)),
            new DetectorClass("spoof", List.of(Label.GEAR, Label.RPM)));
    List<DetectorClass> chosen = all.subList(0, classes);
    return new Detector(
        "random",
        features,
        chosen,
        new IntegerNetwork(
            "random",
            inputs,
            List.of(layer),
            new Decision.ArgMax(LongVector.filled(classes, 1), LongVector.filled(classes, 0)),
            chosen.stream().map(DetectorClass::name).toList()),
        new Origin(List.of("a.csv"), true, LogPart.time(0, 16.5), 12, 3));
  }

  /** A float network of the same shape. */
  static FloatNetwork floating(Detector detector) {
    int inputs = detector.network().inputs().size();
    int outputs = detector.classes().size();
    return new FloatNetwork(
        "random",
        detector.features().names(),
        List.of(
            new FloatLayer(
                "only",
                MatrixUtils.createRealMatrix(outputs, inputs),
                new ArrayRealVector(outputs),
                FloatActivation.IDENTITY)),
        detector.network().classNames());
  }
}
