package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.onnx.fold.Constant;
import io.hdlgen.quantizer.onnx.graph.Tensor;
import io.hdlgen.quantizer.onnx.mlp.Stage;
import io.hdlgen.quantizer.onnx.mlp.WeightMatrix;
import java.util.Arrays;
import java.util.Optional;

/** Brings the columns of the first stage into the order of the network's inputs. */
final class FeatureColumns {
  private FeatureColumns() {}

  /**
   * The stage with column {@code i} for input {@code i}; inputs that it does not read get zeros.
   *
   * @throws InvalidInputException if it reads an input twice
   */
  static Stage of(Stage stage, int inputs) {
    int[] columns = new int[inputs];
    Arrays.fill(columns, -1);
    for (int i = 0; i < stage.inputs().size(); i++) {
      int source = stage.inputs().get(i).source();
      if (columns[source] >= 0) {
        throw new InvalidInputException(
            stage.where(), "input " + source + " read twice by one layer", "each input once");
      }
      columns[source] = i;
    }
    WeightMatrix weights = stage.weights();
    Constant constant = weights.constant();
    int outputs = weights.outputs();
    double[] values = spread(constant.tensor().values(), columns, weights, 0);
    Optional<Constant.Exact> exact =
        constant
            .exact()
            .map(
                e ->
                    new Constant.Exact(
                        spread(e.integers(), columns, weights, 0),
                        spread(e.scales(), columns, weights, 1)));
    Tensor tensor = Tensor.of(constant.tensor().type(), new int[] {outputs, inputs}, values);
    return new Stage(stage.where(), stage.inputs(), new WeightMatrix(new Constant(tensor, exact)));
  }

  private static double[] spread(
      double[] values, int[] columns, WeightMatrix weights, double otherwise) {
    double[] spread = new double[weights.outputs() * columns.length];
    for (int j = 0; j < weights.outputs(); j++) {
      for (int i = 0; i < columns.length; i++) {
        spread[j * columns.length + i] =
            columns[i] < 0 ? otherwise : values[j * weights.inputs() + columns[i]];
      }
    }
    return spread;
  }
}
