package io.hdlgen.quantizer.onnx.real;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.onnx.chain.Affine;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import io.hdlgen.quantizer.onnx.mlp.Element;
import io.hdlgen.quantizer.onnx.mlp.OutputTail;
import io.hdlgen.quantizer.onnx.mlp.Perceptron;
import io.hdlgen.quantizer.onnx.mlp.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Builds the real network of a perceptron without quantizers; everything affine is folded in. */
public final class FloatNetworkBuilder {
  private final Perceptron perceptron;
  private final List<FloatLayer> layers = new ArrayList<>();

  private FloatNetworkBuilder(Perceptron perceptron) {
    this.perceptron = perceptron;
  }

  /** A network and what to tell the user about it. */
  public record Built(FloatNetwork network, List<String> notes) {}

  /**
   * The network of real numbers.
   *
   * @throws InvalidInputException if an activation is none of ReLU, sigmoid, tanh, hard tanh
   */
  public static Built build(Perceptron perceptron, String name) {
    return new FloatNetworkBuilder(perceptron).build(name);
  }

  private Built build(String name) {
    Stage first = perceptron.stages().get(0);
    RealMatrix weights = new Array2DRowRealMatrix(first.weights().outputs(), perceptron.inputs());
    RealVector biases = new ArrayRealVector(first.weights().outputs());
    for (int i = 0; i < first.inputs().size(); i++) {
      Element element = first.inputs().get(i);
      Affine affine =
          Affine.of(element.chain())
              .orElseThrow(() -> unsupported(first.where(), "an activation of the input"));
      for (int j = 0; j < weights.getRowDimension(); j++) {
        double weight = first.weights().get(j, i);
        weights.addToEntry(j, element.source(), weight * affine.gain());
        biases.addToEntry(j, weight * affine.offset());
      }
    }
    for (int t = 1; t < perceptron.stages().size(); t++) {
      Stage stage = perceptron.stages().get(t);
      List<Affine> behind = close(stage.inputs(), weights, biases, stage.where());
      weights = new Array2DRowRealMatrix(stage.weights().outputs(), stage.inputs().size());
      biases = new ArrayRealVector(stage.weights().outputs());
      for (int i = 0; i < stage.inputs().size(); i++) {
        for (int j = 0; j < weights.getRowDimension(); j++) {
          double weight = stage.weights().get(j, i);
          weights.setEntry(j, i, weight * behind.get(i).gain());
          biases.addToEntry(j, weight * behind.get(i).offset());
        }
      }
    }
    OutputTail tail = OutputTail.of(perceptron);
    last(tail, weights, biases);
    List<String> featureNames =
        IntStream.range(0, perceptron.inputs()).mapToObj(i -> "x" + i).toList();
    return new Built(new FloatNetwork(name, featureNames, layers), tail.notesWithoutRelu());
  }

  /** Adds the layer whose values the elements read, and gives what is affine behind it. */
  private List<Affine> close(
      List<Element> elements, RealMatrix weights, RealVector biases, String where) {
    FloatActivation activation = FloatActivation.IDENTITY;
    List<Affine> before = new ArrayList<>();
    List<Affine> behind = new ArrayList<>();
    for (int e = 0; e < elements.size(); e++) {
      Chain chain = elements.get(e).chain();
      int at = firstActivation(chain);
      Affine affine = Affine.of(chain.part(0, at)).orElseThrow();
      FloatActivation own = FloatActivation.IDENTITY;
      Affine rest = Affine.IDENTITY;
      if (at < chain.steps().size()) {
        own = activation(chain.steps().get(at), where);
        rest =
            Affine.of(chain.part(at + 1, chain.steps().size()))
                .orElseThrow(() -> unsupported(where, "two activations in a row"));
      }
      if (e > 0 && own != activation) {
        throw unsupported(where, "different activations in one layer");
      }
      activation = own;
      before.add(affine);
      behind.add(rest);
    }
    layers.add(layer(elements, before, weights, biases, activation));
    return behind;
  }

  private void last(OutputTail tail, RealMatrix weights, RealVector biases) {
    List<Affine> before = new ArrayList<>();
    for (Element element : tail.outputs()) {
      Chain chain = element.chain();
      double threshold = tail.threshold().orElse(0);
      // A ReLU that is compared with 0.5 is what is before it, compared with 0.5.
      int end = chain.steps().size();
      boolean clipped =
          end > 0
              && chain.steps().get(end - 1) instanceof Step.Clip clip
              && clip.low() < threshold
              && threshold <= clip.high();
      Affine affine =
          Affine.of(clipped ? chain.part(0, end - 1) : chain)
              .orElseThrow(
                  () -> unsupported(perceptron.file() + ": output", "an unusual activation"));
      before.add(new Affine(affine.gain(), affine.offset() - threshold));
    }
    layers.add(layer(tail.outputs(), before, weights, biases, FloatActivation.IDENTITY));
  }

  private FloatLayer layer(
      List<Element> elements,
      List<Affine> affine,
      RealMatrix weights,
      RealVector biases,
      FloatActivation activation) {
    RealMatrix rows = new Array2DRowRealMatrix(elements.size(), weights.getColumnDimension());
    RealVector offsets = new ArrayRealVector(elements.size());
    for (int e = 0; e < elements.size(); e++) {
      int source = elements.get(e).source();
      rows.setRowVector(e, weights.getRowVector(source).mapMultiply(affine.get(e).gain()));
      offsets.setEntry(e, affine.get(e).apply(biases.getEntry(source)));
    }
    return new FloatLayer("layer" + layers.size(), rows, offsets, activation);
  }

  private static int firstActivation(Chain chain) {
    int at = 0;
    while (at < chain.steps().size() && Affine.of(chain.part(at, at + 1)).isPresent()) {
      at++;
    }
    return at;
  }

  private static FloatActivation activation(Step step, String where) {
    if (step instanceof Step.Sigmoid) {
      return FloatActivation.SIGMOID;
    }
    if (step instanceof Step.Tanh) {
      return FloatActivation.TANH;
    }
    if (step.equals(new Step.Clip(0, Double.POSITIVE_INFINITY))) {
      return FloatActivation.RELU;
    }
    if (step.equals(new Step.Clip(-1, 1))) {
      return FloatActivation.HARD_TANH;
    }
    throw unsupported(where, "the activation " + step);
  }

  private static InvalidInputException unsupported(String where, String found) {
    return new InvalidInputException(
        where,
        found + " in a model without quantizers",
        "affine layers with ReLU, sigmoid or tanh between them");
  }
}
