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
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Builds the real network of a perceptron without quantizers; everything affine is folded in. */
public final class FloatNetworkBuilder {
  private final Perceptron perceptron;
  private final List<FloatLayer> layers = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private FloatNetworkBuilder(Perceptron perceptron) {
    this.perceptron = perceptron;
  }

  /** A network and what to tell the user about it. */
  public record Built(FloatNetwork network, List<String> notes) {}

  /**
   * The network of real numbers.
   *
   * @throws InvalidInputException if an activation is none of ReLU, leaky ReLU, clip, sigmoid, tanh
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
      Optional<LinearLayer> merged = new LinearLayer(weights, biases).then(stage);
      if (merged.isPresent()) {
        weights = merged.get().weights();
        biases = merged.get().biases();
        notes.add(
            "Layers without an activation between them are one: %d values instead of %d and then %d"
                .formatted(
                    stage.weights().outputs(), stage.inputs().size(), biases.getDimension()));
        continue;
      }
      List<NeuronFunction> functions = close(stage.inputs(), weights, biases, stage.where());
      int outputs = stage.weights().outputs();
      int neurons = layers.get(layers.size() - 1).biases().getDimension();
      weights = new Array2DRowRealMatrix(outputs, neurons);
      biases = new ArrayRealVector(outputs);
      int neuron = 0;
      for (int i = 0; i < functions.size(); i++) {
        NeuronFunction function = functions.get(i);
        for (int j = 0; j < outputs; j++) {
          double weight = stage.weights().get(j, i);
          double gain = weight * function.behind().gain();
          weights.setEntry(j, neuron, gain);
          if (function.leak() != 0) {
            weights.setEntry(j, neuron + 1, -gain * function.leak());
          }
          biases.addToEntry(j, weight * function.behind().offset());
        }
        neuron += function.leak() != 0 ? 2 : 1;
      }
    }
    OutputTail tail = OutputTail.of(perceptron);
    last(tail, weights, biases);
    notes.addAll(tail.notesWithoutRelu());
    notes.addAll(perceptron.notes());
    FloatNetwork network =
        new FloatNetwork(name, perceptron.featureNames(), layers, perceptron.classNames());
    return new Built(network, notes);
  }

  /**
   * Adds the layer whose values the elements read, and gives what each element does. A leaky ReLU
   * takes two neurons: {@code relu(x) - slope * relu(-x)}.
   */
  private List<NeuronFunction> close(
      List<Element> elements, RealMatrix weights, RealVector biases, String where) {
    List<NeuronFunction> functions = new ArrayList<>();
    List<Element> rows = new ArrayList<>();
    List<Affine> before = new ArrayList<>();
    for (Element element : elements) {
      NeuronFunction function =
          NeuronFunction.of(element.chain())
              .orElseThrow(
                  () -> unsupported(where, "the activations " + described(element.chain())));
      if (!functions.isEmpty() && function.activation() != functions.get(0).activation()) {
        throw unsupported(where, "different activations in one layer");
      }
      functions.add(function);
      rows.add(element);
      before.add(function.before());
      if (function.leak() != 0) {
        rows.add(element);
        before.add(new Affine(-function.before().gain(), -function.before().offset()));
      }
    }
    if (rows.size() > elements.size()) {
      notes.add(
          "Leaky ReLUs are written as two ReLUs each: layer %d has %d neurons instead of %d; a model"
                  .formatted(layers.size(), rows.size(), elements.size())
              + " trained with ReLU needs less hardware");
    }
    layers.add(layer(rows, before, weights, biases, functions.get(0).activation()));
    return functions;
  }

  private static String described(Chain chain) {
    return chain.steps().stream()
        .filter(step -> Affine.of(new Chain(List.of(step))).isEmpty())
        .map(step -> step.getClass().getSimpleName())
        .collect(Collectors.joining(", then "));
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

  private static InvalidInputException unsupported(String where, String found) {
    return new InvalidInputException(
        where,
        found + " in a model without quantizers",
        "affine layers with ReLU, leaky ReLU, clips, sigmoid or tanh between them");
  }
}
