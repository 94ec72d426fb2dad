package io.hdlgen.quantizer.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.onnx.ModelBuilder.Value;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** Tests that read small models of two inputs and compare them with a plain evaluation. */
abstract class ModelComparison {
  @TempDir Path folder;

  final IntegerNetwork read(ModelBuilder model) {
    ImportedModel imported = ModelReader.read(model.write(folder), InputDefaults.NONE);
    return ((ImportedModel.Quantized) imported).network();
  }

  /** Reads the model and compares the order of its scores with that of the plain evaluation. */
  final IntegerNetwork check(ModelBuilder model, Value output) {
    model.output(output.name());
    IntegerNetwork network = read(model);
    Random random = new Random(7);
    for (int trial = 0; trial < 2000; trial++) {
      double[] x = random.doubles(2, -32, 32).map(v -> Math.rint(v) / 8).toArray();
      double[] expected = output.function().apply(x);
      long[] scores = PlainEvaluation.scores(network, x);
      for (int i = 0; i < scores.length; i++) {
        for (int j = i + 1; j < scores.length; j++) {
          assertThat(scores[j] > scores[i])
              .as(
                  "classes %d, %d at %s: real %s, scores %s",
                  i, j, Arrays.toString(x), Arrays.toString(expected), Arrays.toString(scores))
              .isEqualTo(expected[j] > expected[i]);
        }
      }
    }
    return network;
  }
}
