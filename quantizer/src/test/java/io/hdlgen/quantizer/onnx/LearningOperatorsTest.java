package io.hdlgen.quantizer.onnx;

import static io.hdlgen.quantizer.onnx.ModelBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.onnx.ModelBuilder.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators of {@code ai.onnx.ml}, class names and activations that no exporter's model has. */
class LearningOperatorsTest {
  private static final String ML = "ai.onnx.ml";
  private static final double[][] WEIGHTS = {{1, -2, 0.5}, {-1.5, 1, 2}};

  @TempDir private Path folder;
  private ModelBuilder model = new ModelBuilder();

  @Test
  void aLabelEncoderNamesTheClasses() {
    String label = model.node("ArgMax", "", List.of(scores()), attribute("axis", 1));
    model.output(encoder(label, new int[] {0, 2, 1}, "a", "c", "b"));
    assertThat(read().classNames()).containsExactly("a", "b", "c");
  }

  @Test
  void aLabelEncoderThatLacksAClassIsRefused() {
    String label = model.node("ArgMax", "", List.of(scores()), attribute("axis", 1));
    refused(
        encoder(label, new int[] {0, 2}, "a", "c"), "a LabelEncoder that does not know class 1");
  }

  @Test
  void namesMustBeAsManyAsScoresAndDifferent() {
    refused(named("a", "b"), "2 class names for 3 scores");
    refused(named("a", "b", "a"), "class names [a, b, a], of which some are equal");
    refused(named("a", " ", "b"), "a class without a name");
  }

  @Test
  void nothingIsComputedFromAClass() {
    String label = model.node("ArgMax", "", List.of(scores()), attribute("axis", 1));
    refused(model.node("Add", "", List.of(label, model.scalar(1))), "Add behind a softmax, argmax");
  }

  @Test
  void argMaxOfOneScoreIsRefused() {
    Value one = model.dense(model.input(1, 2), new double[][] {{1}, {2}});
    refused(model.node("ArgMax", "", List.of(one.name())), "ArgMax of one score");
  }

  @Test
  void scalersMustFitTheFeatures() {
    Value x = model.input(1, 2);
    refused(
        model.node("Scaler", ML, List.of(x.name()), floats("offset", 1, 2, 3)),
        "3 values of offset; expected 2, one a feature");
    x = model.input(1, 2);
    refused(
        model.node("ArrayFeatureExtractor", ML, List.of(x.name(), model.integers(2))),
        "index 2 of 2 features");
  }

  @Test
  void classifiersMustFitTheirCoefficients() {
    Value x = model.input(1, 2);
    refused(
        model.node("LinearClassifier", ML, List.of(x.name()), floats("coefficients", 1, 2, 3)),
        "3 coefficients, 0 intercepts and 0 classes for 2 features");
    x = model.input(1, 2);
    refused(
        model.node(
            "LinearClassifier",
            ML,
            List.of(x.name()),
            floats("coefficients", 1, 2, 3, 4),
            attribute("post_transform", "PROBIT")),
        "post_transform PROBIT; expected NONE, SOFTMAX or LOGISTIC");
  }

  @Test
  void otherOperatorsAreNamed() {
    Value x = model.input(1, 2);
    refused(
        model.node("TreeEnsembleClassifier", ML, List.of(x.name())),
        "operator ai.onnx.ml.TreeEnsembleClassifier; expected of ai.onnx.ml: Scaler");
  }

  /** Pairs of clips, one-sided clips and clips of a negated value, as hard tanh and ReLU. */
  @Test
  void anyClipIsOneActivation() {
    double inf = Double.POSITIVE_INFINITY;
    double[][] bounds = {{0, 6}, {-2, 1}, {1, inf}, {-inf, 0.5}, {-inf, inf}, {0.25, 0.25}};
    for (double[] first : bounds) {
      for (double[] second : bounds) {
        ModelBuilder clips = new ModelBuilder();
        Value x = clips.input(1, 2);
        Value sums = clips.dense(x, WEIGHTS);
        Value a = clip(clips, sums, first);
        Value b = clips.each(a, v -> 1 - v, "Sub", "", List.of(clips.scalar(1), a.name()));
        Value c = clip(clips, b, second);
        Value output = clips.dense(c, new double[][] {{1, 2}, {-1, 1}, {3, -1}});
        clips.output(output.name());
        FloatNetwork network = read(clips);
        for (double p = -4; p <= 4; p += 0.37) {
          double[] row = {p, 1.5 - p * p / 4};
          assertThat(network.outputs(row))
              .as("clips %s and %s at %s", first, second, p)
              .containsExactly(output.function().apply(row), within(1e-6));
        }
      }
    }
  }

  private static Value clip(ModelBuilder model, Value value, double[] bounds) {
    Value low =
        bounds[0] == Double.NEGATIVE_INFINITY
            ? value
            : model.each(
                value,
                v -> Math.max(v, bounds[0]),
                "Max",
                "",
                List.of(value.name(), model.scalar(bounds[0])));
    return bounds[1] == Double.POSITIVE_INFINITY
        ? low
        : model.each(
            low,
            v -> Math.min(v, bounds[1]),
            "Min",
            "",
            List.of(low.name(), model.scalar(bounds[1])));
  }

  private String scores() {
    return model.dense(model.input(1, 2), WEIGHTS).name();
  }

  private String encoder(String label, int[] keys, String... values) {
    return model.node(
        "LabelEncoder",
        ML,
        List.of(label),
        attribute("keys_int64s", keys),
        strings("values", values));
  }

  /** The class looked up in a constant of strings. */
  private String named(String... names) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(8).addDims(names.length);
    for (String name : names) {
      tensor.addStringData(ByteString.copyFromUtf8(name));
    }
    String label = model.node("ArgMax", "", List.of(scores()), attribute("axis", 1));
    return model.node("ArrayFeatureExtractor", ML, List.of(model.constant(tensor.build()), label));
  }

  private static AttributeProto strings(String name, String... values) {
    AttributeProto.Builder builder =
        attribute(name + "_strings").setType(AttributeProto.AttributeType.STRINGS);
    for (String value : values) {
      builder.addStrings(ByteString.copyFromUtf8(value));
    }
    return builder.build();
  }

  private static AttributeProto floats(String name, float... values) {
    AttributeProto.Builder builder = attribute(name).setType(AttributeProto.AttributeType.FLOATS);
    for (float value : values) {
      builder.addFloats(value);
    }
    return builder.build();
  }

  private FloatNetwork read() {
    return read(model);
  }

  private FloatNetwork read(ModelBuilder from) {
    ImportedModel read = ModelReader.read(from.write(folder), InputDefaults.NONE);
    return ((ImportedModel.Floating) read).network();
  }

  private void refused(String output, String message) {
    model.output(output);
    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("model.onnx: node ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
    model = new ModelBuilder();
  }
}
