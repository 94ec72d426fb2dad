package io.hdlgen.benchmarks.accuracy;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.input.InputOptions;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.ptq.LayerPrecision;
import io.hdlgen.quantizer.ptq.PostTrainingQuantizer;
import io.hdlgen.quantizer.ptq.PtqOptions;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.quantizer.train.Checkpoints;
import io.hdlgen.quantizer.train.Trainer;
import io.hdlgen.quantizer.train.TrainingListener;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One seed of a protocol: a float network, and integer networks made of it, all of the same
 * topology, rows and input bits; the float network sees its inputs through the same quantizer.
 *
 * @param hidden neurons of each hidden layer
 * @param inputs how the features are quantized
 * @param precisions of the integer networks
 */
record Trial(List<Integer> hidden, InputOptions inputs, List<Precision> precisions) {
  /**
   * What the test rows say.
   *
   * @param floating of the float network
   * @param quantized of the integer networks, in the order of the precisions
   */
  record Outcome(ClassificationMetrics floating, List<ClassificationMetrics> quantized) {}

  /** Trains and tests. */
  Outcome run(Task task, TrainingOptions options) {
    Task seen = task.throughInputs(inputs);
    Trainer trainer = new Trainer(seen.train(), options, TrainingListener.NONE, Checkpoints.NONE);
    FloatNetwork network = trainer.trainFloat(seen.name(), hidden, FloatActivation.RELU).network();
    int[] classes = Arrays.stream(seen.test().features()).mapToInt(network::classify).toArray();
    List<ClassificationMetrics> quantized = new ArrayList<>();
    for (Precision precision : precisions) {
      quantized.add(metrics(seen, classify(quantize(precision, network, trainer, seen), seen)));
    }
    return new Outcome(metrics(seen, classes), quantized);
  }

  private IntegerNetwork quantize(
      Precision precision, FloatNetwork network, Trainer trainer, Task task) {
    int layers = hidden.size() + 1;
    if (precision.trained()) {
      return trainer
          .trainQuantized(network, inputs, Collections.nCopies(layers, precision.layer()))
          .network();
    }
    LayerPrecision layer = new LayerPrecision(precision.weights(), precision.bits());
    return PostTrainingQuantizer.quantize(
        network,
        task.train().features(),
        new PtqOptions(Collections.nCopies(layers, layer), inputs));
  }

  private static int[] classify(IntegerNetwork network, Task task) {
    double[][] rows = task.test().features();
    long[][] codes = new long[rows.length][network.inputs().size()];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < codes[r].length; i++) {
        codes[r][i] = network.inputs().get(i).encode(rows[r][i]);
      }
    }
    return new ReferenceModel(network).classify(codes, 1);
  }

  private static ClassificationMetrics metrics(Task task, int[] classes) {
    return ClassificationMetrics.of(classes, task.test().labels(), task.test().classNames());
  }
}
