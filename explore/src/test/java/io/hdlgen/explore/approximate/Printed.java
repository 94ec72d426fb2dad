package io.hdlgen.explore.approximate;

import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.flow.DataSource;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A small network of every kind of layer that is approximated, and rows that it tells apart. */
final class Printed {
  private Printed() {}

  static IntegerNetwork network() {
    return new IntegerNetwork(
        "small",
        IntStream.range(0, 3)
            .mapToObj(
                i -> InputFeature.filling("x" + i, 4, Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN))
            .toList(),
        List.of(
            new DenseLayer(
                "relu",
                LongMatrix.of(new long[][] {{7, 3, -5}, {-3, 11, 6}}),
                LongVector.of(4, -9),
                new Activation.ShiftRelu(2, 5)),
            new DenseLayer(
                "steps",
                LongMatrix.of(new long[][] {{3, -1}, {-2, 5}}),
                LongVector.of(0, 3),
                new Activation.MultiThreshold(
                    0,
                    1,
                    LongMatrix.of(
                        new long[][] {{5, 10, 20, 30, 40, 50, 60}, {7, 15, 25, 40, 55, 70, 90}}))),
            new DenseLayer(
                "last",
                LongMatrix.of(new long[][] {{3, -1}, {-2, 3}, {1, 1}}),
                LongVector.of(0, 1, 3),
                new Activation.Identity())),
        new Decision.ArgMax(LongVector.of(1, 1, 1), LongVector.of(0, 0, 0)),
        List.of("a", "b", "c"));
  }

  /** Rows around three places, one a class, and files of them and the network. */
  static ApproximateRequest request(Path folder, Path output, int generations, int threads)
      throws IOException {
    Path network = folder.resolve("small.json");
    Files.writeString(network, NetworkJson.write(network()));
    Path data = folder.resolve("rows.csv");
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("x0,x1,x2,label\n");
    double[][] places = {{13, 3, 3}, {3, 12, 10}, {9, 9, 4}};
    for (int r = 0; r < 150; r++) {
      for (double centre : places[r % 3]) {
        text.append(centre + random.nextGaussian()).append(',');
      }
      text.append("abc".charAt(r % 3)).append('\n');
    }
    Files.writeString(data, text);
    return new ApproximateRequest(
        network,
        TestedData.of(DataSource.of(data)),
        "egfet_1v0",
        Aim.ACCURACY,
        0.05,
        Optional.of(output),
        20,
        generations,
        1,
        threads);
  }

  /** The same request with another seed and number of generations. */
  static ApproximateRequest seeded(ApproximateRequest request, int generations, long seed) {
    return new ApproximateRequest(
        request.network(),
        request.rows(),
        request.target(),
        request.aim(),
        request.maxLoss(),
        request.output(),
        request.population(),
        generations,
        seed,
        request.threads());
  }
}
