package io.hdlgen.quantizer.train.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Products;
import io.hdlgen.quantizer.train.compute.Workers;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradients against finite differences of a loss that is computed here in its own way. */
class GradientTest {
  private static final int ROWS = 12;
  private static final float STEP = 0.01f;
  private static final float[] WEIGHTS = {1, 0.5f, 2, 1, 1, 1, 1, 0.25f, 1, 1, 1.5f, 1};

  private final Random random = new Random(7);

  @ParameterizedTest
  @CsvSource({
    "TANH, true, 3, 0.0, 0.0",
    "TANH, false, 3, 0.1, 0.0",
    "SIGMOID, true, 3, 0.1, 0.4",
    "SIGMOID, false, 1, 0.1, 0.3",
    "IDENTITY, true, 1, 0.0, 1.0",
    "IDENTITY, false, 3, 0.0, 0.5",
  })
  void everyParameterOfAFloatNetwork(
      FloatActivation activation,
      boolean batchNorm,
      int outputs,
      double smoothing,
      double distillation) {
    try (Workers workers = new Workers(1)) {
      Mlp network =
          new Mlp(
              List.of(4, 5, 3, outputs),
              List.of(activation, activation),
              batchNorm,
              List.of(),
              0.7f,
              ROWS,
              workers);
      fill(network);
      compare(network, network.parameters(), outputs, smoothing, distillation, STEP);
    }
  }

  @ParameterizedTest
  @CsvSource({"RELU", "HARD_TANH"})
  void activationsWithKinks(FloatActivation activation) {
    try (Workers workers = new Workers(1)) {
      Mlp network =
          new Mlp(List.of(4, 6, 3), List.of(activation), false, List.of(), 1, ROWS, workers);
      fill(network);
      // So small that no sum passes a kink.
      compare(network, network.parameters(), 3, 0, 0, 0.001f);
    }
  }

  @Test
  void normalisationThatStandsStill() {
    try (Workers workers = new Workers(1)) {
      List<FloatActivation> smooth = Collections.nCopies(2, FloatActivation.TANH);
      Mlp network = new Mlp(List.of(4, 5, 3, 3), smooth, true, List.of(), 0.7f, ROWS, workers);
      fill(network);
      network.forward(ROWS, normal(ROWS, 4), true);
      network.freezeNormalisation();
      compare(network, network.parameters(), 3, 0, 0, STEP);
    }
  }

  /**
   * Else a step that is learnt would change the layer behind in ways its gradient does not know.
   */
  @Test
  void normalisationThatStandsStillIsThatOfRealSums() {
    try (Workers workers = new Workers(1)) {
      HiddenLayer layer =
          new HiddenLayer(4, 5, FloatActivation.TANH, true, Optional.empty(), ROWS, workers);
      layer.weights().latent().fill(gaussian(4 * 5));
      Products products = new Products(workers);
      Matrix codes = normal(ROWS, 4);
      layer.forward(ROWS, codes, 0.5f, true, products);
      layer.freeze();
      float[] doubled = layer.forward(ROWS, codes, 1, true, products).toArray();
      Matrix twice = new Matrix(ROWS, 4);
      for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < 4; j++) {
          twice.set(i, j, 2 * codes.get(i, j));
        }
      }
      assertThat(layer.forward(ROWS, twice, 0.5f, true, products).toArray()).isEqualTo(doubled);
    }
  }

  @ParameterizedTest
  @CsvSource({"int4", "ternary", "binary"})
  void theTemperatureOfAQuantizedNetwork(String format) {
    LayerFormat layer =
        new LayerFormat(WeightFormat.parse(format), new ActivationFormat.Unsigned(2));
    try (Workers workers = new Workers(1)) {
      Mlp network =
          new Mlp(
              List.of(4, 6, 3),
              List.of(FloatActivation.RELU),
              true,
              Collections.nCopies(2, layer),
              1,
              ROWS,
              workers);
      fill(network);
      for (Weights weights : network.weights()) {
        float[] ones = new float[weights.latent().rows()];
        Arrays.fill(ones, 1);
        weights.fitSteps(ones);
      }
      network.refresh();
      List<Parameter> parameters = network.output().parameters();
      compare(network, parameters.get(parameters.size() - 1), 3);
    }
  }

  private void compare(Mlp network, Parameter parameter, int outputs) {
    compare(network, List.of(parameter), outputs, 0, 0, STEP);
  }

  private void compare(
      Mlp network,
      List<Parameter> parameters,
      int outputs,
      double smoothing,
      double distillation,
      float step) {
    Matrix codes = normal(ROWS, 4);
    Matrix teacher = normal(ROWS, outputs);
    int[] labels = random.ints(ROWS, 0, Math.max(2, outputs)).toArray();
    Loss loss = new Loss(outputs, smoothing, distillation);
    loss.apply(
        ROWS,
        network.forward(ROWS, codes, true),
        labels,
        WEIGHTS,
        teacher,
        network.logitGradients());
    network.backward(ROWS);
    int compared = 0;
    for (Parameter parameter : parameters) {
      float[] gradients = parameter.gradients().toArray();
      int columns = parameter.values().columns();
      for (int i = 0; i < gradients.length; i++) {
        float[] values = parameter.values().row(i / columns);
        float before = values[i % columns];
        values[i % columns] = before + step;
        network.refresh();
        double up = loss(network, codes, labels, teacher, smoothing, distillation);
        values[i % columns] = before - step;
        network.refresh();
        double down = loss(network, codes, labels, teacher, smoothing, distillation);
        values[i % columns] = before;
        network.refresh();
        double difference = (up - down) / (2 * step);
        assertThat((double) gradients[i])
            .as("parameter %d of %d, number %d", compared, parameters.size(), i)
            .isCloseTo(difference, Offset.offset(2e-4 + 0.01 * Math.abs(difference)));
      }
      compared++;
    }
    assertThat(compared).isPositive();
  }

  /** In double, from the definition. */
  private static double loss(
      Mlp network,
      Matrix codes,
      int[] labels,
      Matrix teacher,
      double smoothing,
      double distillation) {
    Matrix logits = network.forward(ROWS, codes, true);
    double sum = 0;
    for (int r = 0; r < ROWS; r++) {
      double[] own = spread(logits, r);
      double[] p = softmax(own, 1);
      double[] soft = softmax(own, 2);
      double[] goal = softmax(spread(teacher, r), 2);
      for (int k = 0; k < p.length; k++) {
        double label = (k == labels[r] ? 1 - smoothing : 0) + smoothing / p.length;
        sum -= WEIGHTS[r] * (1 - distillation) * label * Math.log(p[k]);
        sum -= WEIGHTS[r] * distillation * 4 * goal[k] * Math.log(soft[k]);
      }
    }
    return sum / ROWS;
  }

  private static double[] spread(Matrix logits, int row) {
    if (logits.columns() == 1) {
      return new double[] {0, logits.get(row, 0)};
    }
    double[] values = new double[logits.columns()];
    for (int k = 0; k < values.length; k++) {
      values[k] = logits.get(row, k);
    }
    return values;
  }

  private static double[] softmax(double[] logits, double temperature) {
    double[] p = new double[logits.length];
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = Math.exp(logits[k] / temperature);
      sum += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
    return p;
  }

  private void fill(Mlp network) {
    for (Parameter parameter : network.parameters()) {
      float[] values = parameter.values().toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] += 0.4f * (float) random.nextGaussian();
      }
      parameter.values().fill(values);
    }
    network.refresh();
  }

  private Matrix normal(int rows, int columns) {
    return new Matrix(rows, columns, gaussian(rows * columns));
  }

  private float[] gaussian(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
