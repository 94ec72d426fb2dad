package io.hdlgen.canids.detect;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.nio.file.Path;
import java.util.List;

/**
 * A network that judges the frames of a bus.
 *
 * @param name such as that of its preset
 * @param features what it sees; the features of the network
 * @param classes those of the network, the benign one first
 * @param network takes the codes of the features
 * @param origin what it was learnt from
 */
public record Detector(
    String name,
    FeatureSpec features,
    List<DetectorClass> classes,
    IntegerNetwork network,
    Origin origin) {
  public Detector {
    classes = List.copyOf(classes);
  }

  /** The class of a label, or -1 if the detector has none for it. */
  public int classOf(Label label) {
    for (int k = 0; k < classes.size(); k++) {
      if (classes.get(k).labels().contains(label)) {
        return k;
      }
    }
    return -1;
  }

  /**
   * Reads a folder that {@link DetectorFolder#write} wrote.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if it is something else
   */
  public static Detector read(Path folder) {
    return new DetectorFolder(folder).read();
  }
}
