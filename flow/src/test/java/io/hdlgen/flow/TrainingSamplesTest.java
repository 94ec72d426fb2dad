package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.train.Samples;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.junit.jupiter.api.Test;

class TrainingSamplesTest {
  @Test
  void labelsAreClassesInSortedOrder() {
    Samples words = TrainingSamples.of(data("b", "a", "c", "a", "b", "c"));
    assertThat(words.classNames()).containsExactly("a", "b", "c");
    assertThat(words.labels()).containsExactly(1, 0, 2, 0, 1, 2);
    assertThat(words.featureNames()).containsExactly("x0");
    Samples numbers = TrainingSamples.of(data("10", "9", "9.0", "10"));
    assertThat(numbers.classNames()).containsExactly("9", "10");
    assertThat(numbers.labels()).containsExactly(1, 0, 0, 1);
  }

  /** Whatever their order: the outputs of a model mean what it says they mean. */
  @Test
  void labelsAreTheClassesThatAModelNames() {
    FloatLayer layer =
        new FloatLayer(
            "l",
            new Array2DRowRealMatrix(new double[][] {{1}, {2}, {3}}),
            new ArrayRealVector(3),
            FloatActivation.IDENTITY);
    FloatNetwork model =
        new FloatNetwork("m", List.of("f"), List.of(layer), List.of("wasp", "ant", "bee"));
    Samples samples = TrainingSamples.of(data("ant", "bee", "ant"), model);
    assertThat(samples.labels()).containsExactly(1, 2, 1);
    assertThat(samples.classNames()).containsExactly("wasp", "ant", "bee");
    assertThat(samples.featureNames()).containsExactly("f");
    assertThatThrownBy(() -> TrainingSamples.of(data("ant", "fly", "bee"), model))
        .hasMessageContaining("fly, which are no class of the network");
  }

  @Test
  void labelsThatAreNoneAreRefused() {
    refused(data(), "found no labels; expected labels: --label COLUMN or --labels FILE");
    refused(data("a", "a", "a"), "found the one class \"a\" in all rows");
    refused(data("a", "b", "c"), "found 3 classes in 3 rows; expected at least two rows a class");
    refused(data("0.5", "1.5", "0.5", "1.5"), "found labels such as 0.5, numbers with fractions");
    String[] many = IntStream.range(0, 4000).mapToObj(r -> "" + r % 1001).toArray(String[]::new);
    refused(data(many), "found 1001 different labels; expected at most 1000 classes; is --label");
  }

  @Test
  void fewAndRepeatedRowsAreTold() {
    Samples samples =
        new Samples(
            List.of("a"), new double[][] {{1}, {2}, {1}, {1}}, new int[4], List.of("a", "b"));
    assertThat(TrainingSamples.notes(samples, "d.csv"))
        .containsExactly(
            "d.csv has few rows, 4: measured accuracies are uncertain",
            "2 of 4 rows of d.csv repeat the features of an earlier row");
  }

  @Test
  void aColumnThatCountsTheRowsIsTold() {
    double[][] rows = {{7, 1}, {8, 3}, {9, 3}};
    assertThat(TrainingSamples.indexNote(new Dataset("d", List.of("", "a"), rows, List.of())))
        .hasValueSatisfying(
            note -> assertThat(note).contains("index=False").endsWith("--ignore 0"));
    assertThat(TrainingSamples.indexNote(new Dataset("d", List.of("n", "a"), rows, List.of())))
        .isEmpty();
    assertThat(TrainingSamples.indexNote(new Dataset("d", List.of(), rows, List.of()))).isEmpty();
    rows[1][0] = 7;
    assertThat(TrainingSamples.indexNote(new Dataset("d", List.of("", "a"), rows, List.of())))
        .isEmpty();
  }

  private static void refused(Dataset data, String message) {
    assertThatThrownBy(() -> TrainingSamples.of(data))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("d.csv: " + message);
  }

  private static Dataset data(String... labels) {
    int rows = Math.max(1, labels.length);
    double[][] table =
        IntStream.range(0, rows).mapToObj(r -> new double[] {r}).toArray(double[][]::new);
    return new Dataset("d.csv", Collections.emptyList(), table, List.of(labels));
  }
}
