package io.hdlgen.quantizer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureEncoderTest {
  private static final IntegerNetwork NETWORK =
      new IntegerNetwork(
          "n",
          List.of(
              InputFeature.filling("a", 2, Encoding.UNSIGNED, 0.5, 1, Rounding.HALF_EVEN),
              InputFeature.filling("b", 1, Encoding.BIPOLAR, 1, 0, Rounding.FLOOR)),
          List.of(
              new DenseLayer(
                  "l",
                  LongMatrix.of(new long[][] {{1, 1}}),
                  LongVector.of(0),
                  new Activation.Identity())),
          new Decision.Scores(LongVector.of(1), LongVector.of(0)),
          List.of());

  private static Dataset data(List<String> names, double[]... rows) {
    return new Dataset("t.csv", names, rows, List.of());
  }

  @Test
  void matchesByNameThenByPosition() {
    long[][] codes = {{0, -1}, {3, 1}};
    assertThat(
            FeatureEncoder.encode(
                NETWORK,
                data(List.of("b", "x", "a"), new double[] {-3, 7, -9}, new double[] {0, 7, 2.4})))
        .isDeepEqualTo(codes);
    for (List<String> names : List.of(List.<String>of(), List.of("p", "q"), List.of("b", "q"))) {
      assertThat(
              FeatureEncoder.encode(
                  NETWORK, data(names, new double[] {-9, -3}, new double[] {2.4, 0})))
          .isDeepEqualTo(codes);
    }
  }

  @Test
  void valuesStandInTheOrderOfTheNetwork() {
    double[][] rows = {{-3, 7, -9}, {0, 7, 2.4}};
    assertThat(FeatureEncoder.values(NETWORK, data(List.of("b", "x", "a"), rows)))
        .isDeepEqualTo(new double[][] {{-9, -3}, {2.4, 0}});
    double[][] fitting = {{1, 2}};
    assertThat(FeatureEncoder.values(NETWORK, data(List.of("a", "b"), fitting))).isSameAs(fitting);
    assertThat(FeatureEncoder.values(NETWORK, data(List.of("a", "b", "x"), rows)))
        .isDeepEqualTo(new double[][] {{-3, 7}, {0, 7}});
    assertThatThrownBy(() -> FeatureEncoder.values(NETWORK, data(List.of(), rows)))
        .hasMessageStartingWith("t.csv: found 3 feature columns; expected 2");
  }

  @Test
  void tablesThatDoNotFitAreRefused() {
    refused(
        data(List.of("a", "c", "d"), new double[3]),
        "t.csv: found 3 feature columns, among them none called \"b\"; expected 2, one a feature");
    refused(data(List.of(), new double[1]), "t.csv: found 1 feature columns; expected 2");
    refused(data(List.of("a", "b", "b"), new double[3]), "t.csv: found two columns \"b\"");
  }

  private static void refused(Dataset data, String message) {
    assertThatThrownBy(() -> FeatureEncoder.encode(NETWORK, data))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
