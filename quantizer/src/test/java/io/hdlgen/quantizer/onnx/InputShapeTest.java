package io.hdlgen.quantizer.onnx;

import static io.hdlgen.quantizer.onnx.ModelBuilder.attribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.onnx.ModelBuilder.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs whose number of features is left out, or whose batch is not 1. */
class InputShapeTest {
  private static final String ML = "ai.onnx.ml";
  private static final double[][] WEIGHTS = {{1, -2, 0.5}, {-1.5, 1, 2}};
  private static final double[] ROW = {3, 4};
  private static final double[] SUMS = {-3, -2, 9.5};

  @TempDir private Path folder;
  private final ModelBuilder model = new ModelBuilder();

  @Test
  void weightsTellTheNumberOfFeatures() {
    Value x = model.input(-1, -1);
    String cast = model.node("Cast", "", List.of(x.name()), attribute("to", 1));
    model.output(model.dense(new Value(cast, v -> v), WEIGHTS).name());
    assertThat(read().outputs(ROW)).containsExactly(SUMS);
  }

  @Test
  void transposedWeightsTellTheNumberOfFeatures() {
    Value x = model.input(-1, -1);
    String weights = model.constantsAsNodes().constant(new int[] {3, 2}, 1, -1.5, -2, 1, 0.5, 2);
    model.output(model.node("Gemm", "", List.of(x.name(), weights), attribute("transB", 1)));
    assertThat(read().outputs(ROW)).containsExactly(SUMS);
  }

  @Test
  void scalersTellTheNumberOfFeatures() {
    Value x = model.input(-1, -1);
    String scaled = model.node("Scaler", ML, List.of(x.name()), floats("scale", 1, 1));
    String chosen = model.node("ArrayFeatureExtractor", ML, List.of(scaled, model.integers(1, 0)));
    model.output(model.dense(new Value(chosen, v -> v), WEIGHTS).name());
    assertThat(read().outputs(new double[] {4, 3})).containsExactly(SUMS);
  }

  @Test
  void constantsOfEachFeatureTellTheirNumber() {
    Value x = model.input(-1, -1);
    String shift = model.constant(new int[] {1, 2}, 0, 0);
    String shifted = model.node("Sub", "", List.of(shift, x.name()));
    String chosen = model.node("ArrayFeatureExtractor", ML, List.of(shifted, model.integers(0, 1)));
    model.output(model.dense(new Value(chosen, v -> v), WEIGHTS).name());
    assertThat(read().outputs(new double[] {-3, -4})).containsExactly(SUMS);
  }

  @Test
  void classifiersTellTheNumberOfFeatures() {
    Value x = model.input(-1, -1);
    model.output(
        model.node(
            "LinearClassifier",
            ML,
            List.of(x.name()),
            floats("coefficients", 1, -1.5f, -2, 1, 0.5f, 2),
            floats("intercepts", 0, 0, 0)));
    assertThat(read().outputs(ROW)).containsExactly(SUMS);
  }

  @Test
  void chosenFeaturesDoNotTellHowManyThereAre() {
    Value x = model.input(-1, -1);
    String chosen =
        model.node("ArrayFeatureExtractor", ML, List.of(x.name(), model.integers(0, 1)));
    model.output(model.dense(new Value(chosen, v -> v), WEIGHTS).name());
    refused("input x: found dimension 1 of unknown size", "FloatTensorType([None, 12])");
  }

  @Test
  void sizesOfImagesMustBeStated() {
    Value x = model.input(1, -1, 2);
    model.output(model.dense(x, WEIGHTS).name());
    refused("dimension 1 of unknown size");
  }

  @Test
  void aFixedBatchIsReadAsOneRow() {
    Value x = model.input(8, 2);
    model.output(model.dense(x, WEIGHTS).name());
    assertThat(read().outputs(ROW)).containsExactly(SUMS);
  }

  @Test
  void aFixedBatchOfImagesIsReadAsOne() {
    Value x = model.input(8, 1, 2);
    String flat = model.node("Flatten", "", List.of(x.name()));
    model.output(model.dense(new Value(flat, v -> v), WEIGHTS).name());
    assertThat(read().outputs(ROW)).containsExactly(SUMS);
  }

  @Test
  void anImageWithoutBatchStaysWhole() {
    Value x = model.input(2, 1);
    String flat = model.node("Flatten", "", List.of(x.name()), attribute("axis", 0));
    model.output(model.dense(new Value(flat, v -> v), WEIGHTS).name());
    assertThat(read().outputs(ROW)).containsExactly(SUMS);
  }

  @Test
  void vectorsThatAreNoBatchAreRefused() {
    Value x = model.input(1, 3, 2);
    model.output(model.dense(x, WEIGHTS).name());
    refused("a value of shape [1, 3, 2], which is 3 vectors of 2");
  }

  private static AttributeProto floats(String name, float... values) {
    AttributeProto.Builder builder = attribute(name).setType(AttributeProto.AttributeType.FLOATS);
    for (float value : values) {
      builder.addFloats(value);
    }
    return builder.build();
  }

  private FloatNetwork read() {
    ImportedModel read = ModelReader.read(model.write(folder), InputDefaults.NONE);
    return ((ImportedModel.Floating) read).network();
  }

  private void refused(String... parts) {
    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("\n");
  }
}
