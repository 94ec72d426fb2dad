package io.hdlgen.explore.approximate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an approximation has made dead is not in the networks of the front. */
class ReducedNetworkTest {
  @TempDir Path folder;

  @Test
  void deadFeaturesAndConstantNeuronsAreLeftOut() throws IOException {
    IntegerNetwork whole = Printed.network();
    List<DenseLayer> layers = new ArrayList<>(whole.layers());
    // The second feature is read by nothing, and the second neuron is always 0.
    layers.set(
        0,
        new DenseLayer(
            "relu",
            LongMatrix.of(new long[][] {{7, 0, -5}, {0, 0, 0}}),
            LongVector.of(4, -9),
            new Activation.ShiftRelu(2, 5)));
    IntegerNetwork network =
        new IntegerNetwork(
            whole.name(), whole.inputs(), layers, whole.decision(), whole.classNames());
    ApproximateRequest request = Printed.request(folder, folder.resolve("out"), 1, 1);
    RowParts parts = RowParts.of(request, network);
    IntegerNetwork reduced = Candidates.reduced(network, parts);
    assertThat(reduced.inputs()).extracting(input -> input.name()).doesNotContain("x1");
    assertThat(reduced.layers().get(0).outputs()).isEqualTo(1);
    assertThat(parts.training().measure(reduced)).isEqualTo(parts.training().measure(network));
  }
}
