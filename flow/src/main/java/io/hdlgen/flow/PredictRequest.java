package io.hdlgen.flow;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be predicted.
 *
 * @param network a {@code network.json}, or a design folder
 * @param training samples that the network was trained on: the accuracy on the others is then
 *     measured as well, for which {@code data} needs labels
 * @param threads at least 1
 */
public record PredictRequest(
    Path network, DataSource data, Optional<DataSource> training, int threads) {
  /** A request that says nothing of the training. */
  public PredictRequest(Path network, DataSource data, int threads) {
    this(network, data, Optional.empty(), threads);
  }
}
