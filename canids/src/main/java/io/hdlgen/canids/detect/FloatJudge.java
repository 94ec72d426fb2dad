package io.hdlgen.canids.detect;

import io.hdlgen.canids.feature.FeatureExtractor;
import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;
import io.hdlgen.quantizer.floating.FloatNetwork;

/** The float network that a detector was made of, to compare with. Slow. */
public final class FloatJudge implements FrameJudge {
  private final FeatureSpec features;
  private final FloatNetwork network;

  public FloatJudge(FeatureSpec features, FloatNetwork network) {
    this.features = features;
    this.network = network;
  }

  @Override
  public void judge(FrameSource frames, VerdictSink sink) {
    FeatureExtractor extractor = new FeatureExtractor(features);
    double[] inputs = new double[features.features()];
    for (CanFrame frame = frames.next(); frame != null; frame = frames.next()) {
      int[] codes = extractor.next(frame);
      if (codes == null) {
        sink.judged(frame, VerdictSink.NONE, 0);
        continue;
      }
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = codes[i];
      }
      double[] outputs = network.outputs(inputs);
      if (outputs.length == 1) {
        sink.judged(frame, outputs[0] >= 0 ? 1 : 0, outputs[0]);
        continue;
      }
      int best = 0;
      double attack = Double.NEGATIVE_INFINITY;
      for (int k = 1; k < outputs.length; k++) {
        best = outputs[k] > outputs[best] ? k : best;
        attack = Math.max(attack, outputs[k]);
      }
      sink.judged(frame, best, attack - outputs[0]);
    }
  }
}
