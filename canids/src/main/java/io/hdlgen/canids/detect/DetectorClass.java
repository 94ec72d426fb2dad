package io.hdlgen.canids.detect;

import io.hdlgen.canids.frame.Label;
import java.util.List;

/**
 * What a detector tells apart from the rest.
 *
 * @param name of the class, as in the network
 * @param labels of the frames that belong to it; no label is in two classes
 */
public record DetectorClass(String name, List<Label> labels) {
  public DetectorClass {
    labels = List.copyOf(labels);
  }
}
