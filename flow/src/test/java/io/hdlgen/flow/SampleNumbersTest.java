package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleNumbersTest {
  @Test
  void numbersOfSamplesAreTold() {
    told(r -> r);
    told(r -> 50_000 + 30 * r);
    told(r -> r == 70 ? 3 : 1000 + 10 * r);
    // In another order: a part of 0 .. 128, and numbers of many digits.
    told(r -> r * 7 % 129);
    told(r -> 1_000_000 + r * 7919L * 7919L % 1_000_003);
    IntToDoubleFunction again = r -> 1_000_000 + r % 93 * 7919L * 7919L % 1_000_003;
    assertThat(SampleNumbers.notes(data(100, again), false))
        .singleElement()
        .asString()
        .startsWith("Column 0 is different in nearly every row: a number");
    silent(100, r -> 1_000_000 + r % 80 * 7919L * 7919L % 1_000_003);
    assertThat(SampleNumbers.notes(data(100, r -> r), false))
        .containsExactly(
            "Column 0 is different in every row: a number of the sample? --ignore 0 leaves it out");
    assertThat(SampleNumbers.notes(data(100, r -> r), true))
        .containsExactly(
            "Column 0 is different in every row: a number of the sample? A model that was made"
                + " without it would not lean on it");
  }

  @Test
  void measurementsAreNot() {
    Random random = new Random(1);
    silent(100, r -> r + 0.5);
    silent(100, r -> random.nextGaussian());
    silent(100, r -> random.nextInt(256));
    silent(100, r -> random.nextInt(4096));
    silent(100, r -> 20_000 + r * 7919 % 40_009);
    silent(100, r -> 1_000_000 + 1000.0 * random.nextInt(200));
    silent(100, r -> 1_000_000 * Math.signum(random.nextGaussian()) + random.nextInt());
    silent(100, r -> r / 2);
    silent(100, r -> 7);
    silent(19, r -> r);
  }

  @Test
  void aTableIsTakenWithoutThem(@TempDir Path folder) throws IOException {
    StringBuilder text = new StringBuilder("id;a;skipped;y\n");
    IntStream.range(0, 60)
        .forEach(r -> text.append(r).append(";1.5;7;").append(r % 2).append('\n'));
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    DataSource source =
        new DataSource(file, Optional.empty(), Optional.empty(), List.of("skipped"));
    assertThat(source.withoutSampleNumbers(List.of()).ignored()).containsExactly("skipped", "id");
    assertThat(LabelledTable.read(source.withoutSampleNumbers(List.of())).samples().featureNames())
        .containsExactly("a");
    assertThat(source.withoutSampleNumbers(List.of("id")).ignored()).containsExactly("skipped");
    assertThatThrownBy(() -> source.withoutSampleNumbers(List.of("ide")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("t.csv: found no column \"ide\" to keep; expected id, a");
    assertThat(LabelledTable.read(source).notes()).anyMatch(note -> note.startsWith("id is diff"));
  }

  private static void told(IntToDoubleFunction feature) {
    assertThat(SampleNumbers.notes(data(100, feature), false)).hasSize(1);
  }

  private static void silent(int rows, IntToDoubleFunction feature) {
    assertThat(SampleNumbers.notes(data(rows, feature), false)).isEmpty();
  }

  /** The other feature is one. */
  private static Dataset data(int rows, IntToDoubleFunction feature) {
    double[][] table =
        IntStream.range(0, rows)
            .mapToObj(r -> new double[] {feature.applyAsDouble(r), 0.25 * r})
            .toArray(double[][]::new);
    return new Dataset("d", List.of("", "b"), table, List.of());
  }
}
