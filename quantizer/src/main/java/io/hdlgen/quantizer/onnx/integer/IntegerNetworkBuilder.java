package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.onnx.annotation.NetworkAnnotation;
import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.mlp.Element;
import io.hdlgen.quantizer.onnx.mlp.Perceptron;
import io.hdlgen.quantizer.onnx.mlp.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Builds the integer network of a quantized perceptron. */
public final class IntegerNetworkBuilder {
  private final Perceptron perceptron;
  private final InputFormat format;
  private final Optional<NetworkAnnotation> annotation;
  private final List<DenseLayer> layers = new ArrayList<>();

  private IntegerNetworkBuilder(
      Perceptron perceptron, InputFormat format, Optional<NetworkAnnotation> annotation) {
    this.perceptron = perceptron;
    this.format = format;
    this.annotation = annotation;
  }

  /** A network and what to tell the user about it. */
  public record Built(IntegerNetwork network, List<String> notes) {}

  /**
   * The integer network of {@code perceptron}.
   *
   * @param format of the inputs, if the perceptron does not quantize them
   * @param annotation what the file says beside its graph: names, and encodings where the graph
   *     does the same
   * @throws InvalidInputException if something in it is not quantized, or not on one scale
   */
  public static Built build(
      Perceptron perceptron,
      String name,
      InputFormat format,
      Optional<NetworkAnnotation> annotation) {
    return new IntegerNetworkBuilder(perceptron, format, annotation)
        .build(annotation.map(NetworkAnnotation::name).orElse(name));
  }

  private Built build(String name) {
    Stage first = perceptron.stages().get(0);
    EncodedInput[] encoded = encode(first);
    List<InputFeature> features = new ArrayList<>();
    for (int i = 0; i < encoded.length; i++) {
      features.add(encoded[i] == null ? unused(i) : encoded[i].feature());
    }
    List<Interval> ranges = features.stream().map(InputFeature::range).toList();
    List<Grid> grids = new ArrayList<>();
    for (EncodedInput input : encoded) {
      grids.add(input == null ? new Grid(0, 0) : input.grid());
    }
    Sums sums = Sums.of(spread(first), grids);
    for (int t = 1; t < perceptron.stages().size(); t++) {
      Stage stage = perceptron.stages().get(t);
      LayerCloser.Closed closed =
          new LayerCloser(layerName(), sums, ranges).close(stage.inputs(), stage.where(), false);
      layers.add(closed.layer());
      ranges = closed.ranges();
      sums = Sums.of(stage, closed.grids());
    }
    OutputLayer output =
        OutputLayer.of(perceptron, new LayerCloser(layerName(), sums, ranges), annotation);
    layers.add(output.layer());
    int classes = output.decision().onScores().classes();
    List<String> classNames =
        annotation
            .map(NetworkAnnotation::classNames)
            .filter(names -> names.size() == classes)
            .orElseGet(() -> IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    IntegerNetwork network =
        new IntegerNetwork(name, features, layers, output.decision(), classNames);
    List<String> notes = new ArrayList<>(output.notes());
    notes.addAll(perceptron.notes());
    Arrays.stream(encoded)
        .filter(Objects::nonNull)
        .flatMap(input -> input.note().stream())
        .distinct()
        .forEach(notes::add);
    return new Built(network, notes);
  }

  private String layerName() {
    int index = layers.size();
    return annotation
        .map(NetworkAnnotation::layerNames)
        .filter(names -> index < names.size() && !names.get(index).isBlank())
        .map(names -> names.get(index))
        .orElse("layer" + index);
  }

  private Optional<InputFeature> declared(int index) {
    return annotation
        .map(NetworkAnnotation::features)
        .filter(declared -> declared.size() == perceptron.inputs())
        .map(declared -> declared.get(index));
  }

  /** The features that the first layer reads, by index; null for one that it does not. */
  private EncodedInput[] encode(Stage first) {
    EncodedInput[] encoded = new EncodedInput[perceptron.inputs()];
    for (Element element : first.inputs()) {
      int i = element.source();
      EncodedInput input = encode(i, element.chain(), first.where());
      if (encoded[i] != null && !encoded[i].equals(input)) {
        throw new InvalidInputException(
            first.where(), "input " + i + " quantized in two ways", "one quantizer an input");
      }
      encoded[i] = input;
    }
    return encoded;
  }

  private EncodedInput encode(int index, Chain chain, String where) {
    Optional<InputFeature> declared = declared(index);
    return declared
        .filter(feature -> DeclaredFeature.isComputedBy(chain, feature))
        .map(feature -> new EncodedInput(feature, new Grid(1, 0), Optional.empty()))
        .orElseGet(() -> EncodedInput.of(name(index), chain, format, where));
  }

  private String name(int index) {
    return declared(index)
        .map(InputFeature::name)
        .orElseGet(() -> perceptron.featureNames().get(index));
  }

  private InputFeature unused(int index) {
    return InputFeature.filling(
        name(index),
        format.bits(),
        format.signed() ? Encoding.SIGNED : Encoding.UNSIGNED,
        format.scale(),
        0,
        Rounding.HALF_EVEN);
  }

  /** The first stage with one column a feature. */
  private Stage spread(Stage first) {
    return FeatureColumns.of(first, perceptron.inputs());
  }
}
