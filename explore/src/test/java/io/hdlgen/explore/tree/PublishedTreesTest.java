package io.hdlgen.explore.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.explore.protocol.TrainTestSplit;
import io.hdlgen.flow.DataSource;
import io.hdlgen.quantizer.train.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real tables, where they are at hand: their training rows, scaled to 4 bits. */
class PublishedTreesTest {

  /** scikit-learn 1.9, {@code max_leaf_nodes}: right answers and impurity, as in TreeGrowthTest. */
  @ParameterizedTest
  @CsvSource({
    "breast_cancer_wisconsin, 4, 460, 0.0633262977",
    "breast_cancer_wisconsin, 16, 474, 0.0138661322",
    "cardio, 16, 1382, 0.1090606152",
    "cardio, 96, 1477, 0.0132951454",
    "pendigits, 16, 6299, 0.2936247441",
    "pendigits, 96, 7414, 0.0626450244",
    "redwine, 16, 716, 0.4863215538",
    "redwine, 48, 798, 0.4065497178",
    "whitewine, 16, 1858, 0.5843956725",
    "whitewine, 96, 2162, 0.5007609979"
  })
  void treesAreThoseOfScikitLearn(String name, int leaves, int right, double impurity) {
    CodeTable table = table(name);
    DecisionTree tree = TreeGrowth.grow(table, table.allRows(), GrowthOptions.leaves(leaves));
    assertThat(Codes.right(tree, table)).isEqualTo(right);
    assertThat(Codes.impurity(tree, Criterion.GINI)).isCloseTo(impurity, within(1e-9));
  }

  @Test
  void allSizesOfPendigitsTakeMilliseconds() {
    CodeTable table = table("pendigits");
    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < 10; run++) {
      long start = System.nanoTime();
      assertThat(TreeGrowth.grow(table, table.allRows(), GrowthOptions.leaves(240)).leaves())
          .isEqualTo(240);
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(100));
  }

  private static CodeTable table(String name) {
    Path uci = Path.of(System.getProperty("project.root", "..")).resolve("../shared/data/uci");
    Assumptions.assumeTrue(Files.exists(uci), "skipped: no " + uci);
    DataSource source =
        new DataSource(
            uci.resolve(name + ".csv"),
            Optional.empty(),
            Optional.empty(),
            name.startsWith("breast") ? List.of("X1") : List.of());
    Samples training =
        TrainTestSplit.ofRowFile(source, uci.resolve("splits/" + name + "_test_rows.txt"))
            .training();
    int[] rows = IntStream.range(0, training.rows()).toArray();
    return CodeTable.of(InputCoding.of(training, rows, 4), training);
  }
}
