package io.hdlgen.canids.feature;

import java.util.List;

/**
 * A detector as it was published, or ours: what it sees and the shape of its network.
 *
 * @param name the name in commands
 * @param features what it sees
 * @param hidden neurons of the hidden layers
 * @param classes 2 of a detector that says yes or no, by one output and a threshold
 * @param bits bits of weights and of hidden activations
 */
public record Preset(
    String name, FeatureSpec features, List<Integer> hidden, int classes, int bits) {
  public Preset {
    hidden = List.copyOf(hidden);
  }

  /** The same of other features. */
  public Preset withFeatures(FeatureSpec others) {
    return new Preset(name, others, hidden, classes, bits);
  }
}
