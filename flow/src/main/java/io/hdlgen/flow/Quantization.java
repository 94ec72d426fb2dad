package io.hdlgen.flow;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.input.InputOptions;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.ptq.PostTrainingQuantizer;
import io.hdlgen.quantizer.ptq.PtqOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A float network made an integer one, by samples. */
final class Quantization {
  private static final int DEFAULT_BITS = 8;

  private final FloatNetwork floating;
  private final IntegerNetwork network;
  private final List<String> notes = new ArrayList<>();

  Quantization(FloatNetwork model, Dataset samples, Precision precision) {
    if (samples.features() != model.featureNames().size()) {
      throw new InvalidInputException(
          samples.source(),
          samples.features() + " feature columns",
          model.featureNames().size() + ", one an input of the model; is --label right?");
    }
    floating = named(model, samples.featureNames());
    PtqOptions options =
        new PtqOptions(
            bits(precision.forWeights(), "weights"),
            bits(precision.forActivations(), "activations"),
            new InputOptions(
                precision.inputBits().orElse(DEFAULT_BITS),
                precision.inputScale(),
                precision.inputSigned()));
    network = PostTrainingQuantizer.quantize(floating, samples.rows(), options);
  }

  /** The model, its features named as the columns where it brings no names of its own. */
  FloatNetwork floating() {
    return floating;
  }

  IntegerNetwork network() {
    return network;
  }

  List<String> notes() {
    return notes;
  }

  private int bits(OptionalInt asked, String what) {
    if (asked.isEmpty()) {
      notes.add("No bits were chosen for " + what + ": taken as " + DEFAULT_BITS);
    }
    return asked.orElse(DEFAULT_BITS);
  }

  private static FloatNetwork named(FloatNetwork model, List<String> columns) {
    boolean numbered =
        IntStream.range(0, model.featureNames().size())
            .allMatch(i -> model.featureNames().get(i).equals("x" + i));
    boolean usable =
        columns.size() == model.featureNames().size()
            && columns.stream().noneMatch(String::isBlank)
            && columns.stream().distinct().count() == columns.size();
    return numbered && usable ? model.withFeatureNames(columns) : model;
  }
}
