package io.hdlgen.quantizer.onnx.real;

import io.hdlgen.quantizer.onnx.chain.Affine;
import io.hdlgen.quantizer.onnx.mlp.Stage;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The weights and biases of a layer before its activation.
 *
 * @param weights {@code [outputs][inputs]}
 */
record LinearLayer(RealMatrix weights, RealVector biases) {
  /** How many times as many weights one layer may have as the two that it stands for. */
  private static final int MAX_GROWTH = 2;

  /**
   * This layer and the next as one, as behind a principal component analysis: values between the
   * two would need many bits, and buy nothing. Empty if there is an activation between them, or if
   * one layer had far more weights than two.
   */
  Optional<LinearLayer> then(Stage next) {
    List<Optional<Affine>> between =
        next.inputs().stream().map(element -> Affine.of(element.chain())).toList();
    int outputs = next.weights().outputs();
    int inputs = weights.getColumnDimension();
    long apart = (long) between.size() * (inputs + outputs);
    if (between.stream().anyMatch(Optional::isEmpty)
        || (long) inputs * outputs > MAX_GROWTH * apart) {
      return Optional.empty();
    }
    RealMatrix product = new Array2DRowRealMatrix(outputs, inputs);
    RealVector sums = new ArrayRealVector(outputs);
    for (int j = 0; j < outputs; j++) {
      RealVector row = new ArrayRealVector(inputs);
      for (int i = 0; i < between.size(); i++) {
        Affine affine = between.get(i).orElseThrow();
        int source = next.inputs().get(i).source();
        double weight = next.weights().get(j, i);
        row = row.add(weights.getRowVector(source).mapMultiply(weight * affine.gain()));
        sums.addToEntry(j, weight * affine.apply(biases.getEntry(source)));
      }
      product.setRowVector(j, row);
    }
    return Optional.of(new LinearLayer(product, sums));
  }
}
