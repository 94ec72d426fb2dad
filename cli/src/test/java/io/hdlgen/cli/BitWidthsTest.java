package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.json.NetworkJson;
import org.junit.jupiter.api.Test;

class BitWidthsTest {
  @Test
  void bipolarWeightsAndValuesAreOneBit() {
    assertThat(widths("[[1, -1], [-1, 1]]", "-1", "2", "[[0], [0]]").describe())
        .isEqualTo("inputs 5, weights 1-3, activations 1");
  }

  @Test
  void zeroMakesItTwoBitsAndThreeLevelsAreTwo() {
    assertThat(widths("[[1, 0], [-1, 1]]", "-2", "2", "[[0, 1], [0, 1]]").describe())
        .isEqualTo("inputs 5, weights 2-3, activations 2");
  }

  @Test
  void equalLayersAreSaidOnce() {
    assertThat(widths("[[3, 0], [-4, 1]]", "0", "1", "[[0], [0]]").describe())
        .isEqualTo("inputs 5, weights 3, activations 1");
  }

  /** One hidden layer of these weights and thresholds, one with the weights 3 and -3. */
  private static BitWidths widths(String weights, String first, String step, String thresholds) {
    return BitWidths.of(
        NetworkJson.parse(
            """
            {
              "format": "hdlgen-network", "version": 1, "name": "n",
              "inputs": [
                {"name": "a", "bits": 5, "encoding": "unsigned", "min": 0, "max": 31, "scale": 1,
                 "offset": 0, "rounding": "floor"},
                {"name": "b", "bits": 1, "encoding": "bipolar", "min": -1, "max": 1, "scale": 1,
                 "offset": 0, "rounding": "floor"}
              ],
              "layers": [
                {"name": "h", "weights": %s, "biases": [0, 0], "activation": {
                  "kind": "multi_threshold", "first": %s, "step": %s, "thresholds": %s}},
                {"name": "o", "weights": [[3, -3]], "biases": [0],
                 "activation": {"kind": "identity"}}
              ],
              "decision": {"kind": "scores", "multipliers": [1], "offsets": [0]},
              "classNames": []
            }
            """
                .formatted(weights, first, step, thresholds),
            "n"));
  }
}
