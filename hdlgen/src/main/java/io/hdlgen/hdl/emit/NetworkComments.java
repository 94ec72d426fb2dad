package io.hdlgen.hdl.emit;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says of each neuron what it computes, so that a person can check it by hand. */
public final class NetworkComments implements NeuronComments {
  private static final int MAX_THRESHOLDS = 16;

  /** Neurons that the module which they share describes. */
  private static final int MAX_SHARING = 64;

  private final IntegerNetwork network;
  private final NetworkRanges ranges;
  private final List<FoldedLayer> foldings;
  private final List<String> inputNames;

  public NetworkComments(IntegerNetwork network) {
    this(network, List.of());
  }

  /** Of a folded design. */
  public NetworkComments(IntegerNetwork network, List<FoldedLayer> foldings) {
    this.network = network;
    this.foldings = List.copyOf(foldings);
    this.ranges = NetworkRanges.of(network);
    this.inputNames = inputNames(network);
  }

  private static List<String> inputNames(IntegerNetwork network) {
    List<String> names = new ArrayList<>();
    for (InputFeature feature : network.inputs()) {
      String name = printable(feature.name());
      if (feature.encoding() == Encoding.THERMOMETER) {
        for (long level : feature.levels().toArray()) {
          names.add(name + "_ge_" + level);
        }
      } else {
        names.add(name);
      }
    }
    return names;
  }

  @Override
  public List<String> topLines() {
    List<String> lines = new ArrayList<>();
    for (InputFeature feature : network.inputs()) {
      if (feature.encoding() == Encoding.THERMOMETER) {
        lines.addAll(ThermometerComment.of(feature, printable(feature.name())));
      }
    }
    lines.addAll(classLines());
    return lines;
  }

  /** Which class each code is, unless the names say that themselves. */
  private List<String> classLines() {
    List<String> words = new ArrayList<>();
    boolean named = false;
    for (int k = 0; k < network.classes(); k++) {
      String name = network.classNames().get(k);
      named |= !name.equals(Integer.toString(k));
      words.add(k + " \"" + printable(name) + "\"");
    }
    return named
        ? List.of(("Class codes: " + Lines.wrap(words, ", ")).split("\\s*\\n\\s*"))
        : List.of();
  }

  @Override
  public List<String> decisionLines() {
    return network.decision().accept(new DecisionComment(network, this::lastValue));
  }

  /** A value of the last layer by its name, and where it is a comparison of one input, that. */
  private String lastValue(int neuron) {
    int last = network.layers().size() - 1;
    String name = name(last + 1, neuron);
    return last > 0
        ? name
        : StepMeaning.of(network, neuron, inputNames)
            .map(meaning -> name + " (" + meaning + ")")
            .orElse(name);
  }

  @Override
  public List<String> lines(int layerIndex) {
    return List.of(
        String.format(
            Locale.ROOT,
            "Layer %d. Ports carry codes: of a value that counts thresholds, the count; of a bipolar one,",
            layerIndex),
        "0 for -1. Sums over codes leave out the bias and what is common to all weights; thresholds",
        "are moved to make up for it, or the next module adds it.");
  }

  @Override
  public List<String> sharedLines(int layerIndex) {
    if (foldings.isEmpty()) {
      return List.of();
    }
    FoldedLayer folded = foldings.get(layerIndex);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Layer %d: %d neurons, %d at a time (n0, n1, ...); %d inputs, %d at a time; %d cycles an inference.",
            layerIndex,
            folded.outputs(),
            folded.pe(),
            folded.inputs(),
            folded.simd(),
            folded.slots()));
    lines.add(
        "In cycle c of these: neurons %s on, inputs %s on. Weights: those of n0 lowest, each time"
            .formatted(
                times("c / " + folded.sf(), folded.pe()),
                times("c % " + folded.sf(), folded.simd())));
    lines.add(
        "the first input's lowest. Words carry codes: of a value that counts thresholds, the count;");
    lines.add("of a bipolar one, 0 for -1. Thresholds are moved to make up for it.");
    for (int neuron = 0; neuron < Math.min(folded.outputs(), MAX_SHARING); neuron++) {
      lines.addAll(lines(layerIndex, neuron));
    }
    if (folded.outputs() > MAX_SHARING) {
      lines.add("... (" + (folded.outputs() - MAX_SHARING) + " more neurons)");
    }
    return lines;
  }

  private static String times(String number, int factor) {
    return factor == 1 ? number : "(" + number + ") * " + factor;
  }

  @Override
  public List<String> lines(int layerIndex, int neuron) {
    if (layerIndex < 0) {
      return List.of();
    }
    DenseLayer layer = network.layers().get(layerIndex);
    Interval range = ranges.accumulators().get(layerIndex).get(neuron);
    String head =
        String.format(
            Locale.ROOT, "Layer %d neuron %d%s: ", layerIndex, neuron, label(layerIndex, neuron));
    List<String> parts = new ArrayList<>();
    parts.add(head + SumText.of(layer, neuron, input -> name(layerIndex, input)) + ",");
    parts.add(
        String.format(
            Locale.ROOT,
            "range %s, %d bits %s.",
            range,
            range.width(),
            range.min() < 0 ? "signed" : "unsigned"));
    String value = layer.activation().accept(new Describe(neuron));
    if (!value.isEmpty()) {
      parts.add(value);
    }
    List<String> words = new ArrayList<>(List.of(String.join(" ", parts).split(" ")));
    return List.of(Lines.wrap(words, " ").split("\\s*\\n\\s*"));
  }

  private String label(int layerIndex, int neuron) {
    boolean isClass =
        layerIndex == network.layers().size() - 1
            && network.classes() > 0
            && network.classes() == network.scores();
    return isClass ? " \"" + printable(network.classNames().get(neuron)) + "\"" : "";
  }

  private String name(int layerIndex, int input) {
    return layerIndex == 0 ? inputNames.get(input) : "l" + (layerIndex - 1) + "_n" + input;
  }

  static String printable(String name) {
    return name.replaceAll("[^\\x21-\\x7e]", "_").replace("\\", "_").replace("`", "_");
  }

  /** What becomes of the accumulator. */
  private record Describe(int neuron) implements Activation.Visitor<String> {
    @Override
    public String visit(Activation.Identity identity) {
      return "";
    }

    @Override
    public String visit(Activation.ShiftRelu relu) {
      return String.format(
          Locale.ROOT,
          "Value: 0 below 0, else min(sum >> %d, %d).",
          relu.drop(),
          (1L << relu.bits()) - 1);
    }

    @Override
    public String visit(Activation.MultiThreshold activation) {
      LongVector row = activation.thresholds().row(neuron);
      List<String> shown = new ArrayList<>();
      for (int level = 0; level < Math.min(row.size(), MAX_THRESHOLDS); level++) {
        shown.add(Long.toString(row.get(level)));
      }
      if (row.size() > MAX_THRESHOLDS) {
        shown.add("... (" + (row.size() - MAX_THRESHOLDS) + " more)");
      }
      return String.format(
          Locale.ROOT,
          "Value: %d, plus %d for each of these that it reaches: %s.",
          activation.first(),
          activation.step(),
          String.join(", ", shown));
    }
  }
}
