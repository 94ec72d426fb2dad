package io.hdlgen.quantizer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files, where they are at hand. */
class SharedDataTest {

  private static Path shared(String name) {
    Path file =
        Path.of(System.getProperty("project.root", "..")).resolve("../shared").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), "skipped: no " + file);
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "redwine, 1599, 11, 6",
    "whitewine, 4898, 11, 7",
    "pendigits, 10992, 16, 10",
    "cardio, 2126, 21, 3",
    "seeds, 210, 7, 3",
    "vertebral_3c, 310, 6, 3",
    "balance, 625, 4, 3",
    "breast_cancer_wisconsin, 683, 10, 2"
  })
  void readsTheUciTables(String name, int rows, int features, int classes) {
    Dataset data = DatasetReader.read(shared("data/uci/" + name + ".csv"), ReadOptions.defaults());
    assertThat(data.rows()).hasNumberOfRows(rows);
    assertThat(data.features()).isEqualTo(features);
    assertThat(data.featureNames()).hasSize(features).doesNotContain("Y");
    assertThat(new TreeSet<>(data.labels())).hasSize(classes);
  }

  @Test
  void readsMnistImagesAndLabels() {
    Dataset data =
        DatasetReader.read(
            shared("data/mnist/t10k-images-idx3-ubyte.gz"),
            ReadOptions.defaults().withLabelFile(shared("data/mnist/t10k-labels-idx1-ubyte.gz")));
    assertThat(data.rows()).hasNumberOfRows(10_000);
    assertThat(data.features()).isEqualTo(784);
    assertThat(data.labels()).startsWith("7", "2", "1", "0", "4");
    assertThat(Arrays.stream(data.rows()).flatMapToDouble(Arrays::stream).max()).hasValue(1);
  }

  @Test
  void readsAnArchiveOfNumpy() {
    Dataset data =
        DatasetReader.read(shared("data/mnist/cazala_mnist_10k.npz"), ReadOptions.defaults());
    assertThat(data.rows()).hasNumberOfRows(10_000);
    assertThat(data.features()).isEqualTo(784);
    assertThat(new TreeSet<>(data.labels())).hasSize(10);
    assertThat(Arrays.stream(data.rows()).flatMapToDouble(Arrays::stream).max()).hasValue(1);
  }
}
