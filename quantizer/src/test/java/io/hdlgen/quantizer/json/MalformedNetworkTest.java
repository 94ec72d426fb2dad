package io.hdlgen.quantizer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedNetworkTest {
  private static final String TEXT = NetworkJson.write(NetworkJsonTest.fixture());

  private static final String APPROXIMATE = NetworkJson.write(NetworkJsonTest.approximateFixture());

  /** Each row: what is replaced in the fixture, by what, and the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "version": 1,            | "version": 7,             | n.json: version: found version 7, which needs a newer hdlgen; expected at most version 2
          "version": 1,            | "version": 0,             | n.json: version: found 0; expected an integer from 1
          "version": 1,            | "version": "1",           | n.json: version: found the string "1"; expected an integer
          "version": 1,            | "extra": 1,               | n.json: found no key "version"
          "format": "hdlgen-network", | "format": "onnx",      | n.json: format: found "onnx"; expected "hdlgen-network"
          "version": 1,            | "version": 1, "extra": 1, | n.json: found the unknown key "extra"; expected no keys but format, version, name
          "version": 1,            | "version": 1, "name": "n",| n.json: found the key "name" twice; expected every key once
          "name": "hidden",        | ``                        | n.json: layers[0]: found no key "name"
          "name": "hidden",        | "name": " ",              | n.json: layers[0].name: found " "; expected a string that is not blank
          "name": "hidden",        | "name": 5,                | n.json: layers[0].name: found the number 5; expected a string
          "name": "hidden",        | "name": "h", "Name": "h", | n.json: layers[0]: found the unknown key "Name"
          [1, -2, 3]               | [1, -2.0, 3]              | n.json: layers[0].weights[0][1]: found the number -2.0; expected an integer
          [1, -2, 3]               | [1, -2, 9223372036854775808] | layers[0].weights[0][2]: found the number 9223372036854775808; expected an integer of at most 64 bits
          [1, -2, 3]               | [1, "2", 3]               | layers[0].weights[0][1]: found the string "2"; expected an integer
          [1, -2, 3]               | [1, null, 3]              | layers[0].weights[0][1]: found null; expected an integer
          [1, -2, 3]               | [1, [2], 3]               | layers[0].weights[0][1]: found an array; expected an integer
          [1, -2, 3]               | [1, NaN, 3]               | layers[0].weights[0]: found text that is not JSON at line 14, column 16 (Non-standard token 'NaN'); expected JSON
          [1, -2, 3]               | [1, -2]                   | layers[0].weights[1]: found a row of 3; expected 2, as in the rows before
          [1, -2, 3]               | 7                         | layers[0].weights[0]: found the number 7; expected an array of weights
          [0, 0, 0]                | [0, 0, 0], [1, 1, 1]      | layers[0].biases: found 2 biases; expected 3, one a row of the weights
          [1, -2, 3]               | [9223372036854775807, 0, 0]  | n.json: layers: found weights with which a sum can leave the range of 64 bits
          [1, 1],                  | ``                        | layers[1].biases: found 2 biases; expected 1
          "biases": [5, -6]        | "biases": [5, -6, 0]      | layers[0].biases: found 3 biases; expected 2
          "biases": [5, -6]        | "biases": 5               | layers[0].biases: found the number 5; expected an array of biases
          "shift_relu"             | "relu"                    | layers[1].activation.kind: found "relu"; expected one of identity, shift_relu, multi_threshold
          "shift_relu"             | "identity"                | layers[1].activation: found the key "drop"; expected for this kind no keys but kind
          "kind": "shift_relu",    | ``                        | layers[1].activation: found no key "kind"
          "kind": "identity"       | "kind": "shift_relu"      | layers[2].activation: found no key "drop"; expected the keys kind, drop, bits
          "drop": 1                | "drop": 63                | layers[1].activation.drop: found 63; expected an integer from 0 to 62
          "step": 2                | "step": 0                 | layers[0].activation.step: found 0; expected an integer from 1
          "step": 2                | "step": 9223372036854775807 | layers[0].activation: found a value first + step * levels beyond 64 bits
          [-4, 4],                 | ``                        | layers[0].activation.thresholds: found 1 rows; expected 2
          [-4, 4]                  | [-4, -5]                  | layers[0].activation.thresholds[0][1]: found -5 behind -4; expected thresholds that do not descend
          "bits": 8                | "bits": 33                | inputs[2].bits: found 33; expected an integer from 1 to 32
          "bits": 1                | "bits": 2                 | inputs[1].bits: found 2 bits; expected 1, as the encoding is bipolar
          "unsigned"               | "UNSIGNED"                | inputs[2].encoding: found "UNSIGNED"; expected one of unsigned, signed, bipolar
          "rounding": "up"         | "rounding": "nearest"     | inputs[2].rounding: found "nearest"; expected one of half_even, floor
          "scale": 0.1             | "scale": 0                | inputs[0].scale: found 0; expected a number that is not 0
          "scale": 0.1             | "scale": 1e999            | inputs[0].scale: found the number 1e999; expected a number within the range of a double
          "scale": 0.1             | "scale": "0.1"            | inputs[0].scale: found the string "0.1"; expected a number
          "min": -7                | "min": -9                 | inputs[0].min: found -9; expected a code in the field [-8, 7]
          "max": 7                 | "max": -8                 | inputs[0].max: found -8; expected a code in the field [-8, 7], not below min
          "max": 255               | "max": 256                | inputs[2].max: found 256; expected a code in the field [0, 255]
          "max": 1,                | "max": -1,                | inputs[1].max: found -1; expected 1
          "kind": "arg_max"        | "kind": "threshold", "threshold": 5 | decision.multipliers: found 2 values; expected one
          "kind": "arg_max"        | "kind": "scores"          | n.json: classNames: found 2 names; expected 0
          "kind": "arg_max"        | "kind": "arg_max", "threshold": 5 | n.json: decision: found the key "threshold"
          "multipliers": [3, 1]    | "multipliers": [3, 0]     | decision.multipliers[1]: found 0; expected an integer of at least 1
          "multipliers": [3, 1]    | "multipliers": []         | decision.multipliers: found no values
          "multipliers": [3, 1]    | "multipliers": [3]        | decision.offsets: found 2 values; expected 1
          "offsets": [0, -1000000000000] | "offsets": [0]      | decision.offsets: found 1 values; expected 2
          "ok",                    | ``                        | n.json: classNames: found 1 names; expected 2
          "ok",                    | 7,                        | n.json: classNames[0]: found the number 7; expected a string
          """)
  void namesPlaceFoundAndExpected(String what, String by, String message) {
    assertThat(TEXT).contains(what);
    String text = TEXT.replaceFirst(Pattern.quote(what), by == null ? "" : by);
    refused(text, message);
  }

  /** The same of what version 2 has brought. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "version": 2,               | "version": 1,                | n.json: version: found 1; expected 2, for what the file says
          "kind": "masked_summands",  | "kind": "masked",            | n.json: layers[0].arithmetic.kind: found "masked"; expected one of masked_summands, saturated_groups
          "kind": "masked_summands",  | ``                           | n.json: layers[0].arithmetic: found no key "kind"
          "kind": "masked_summands",  | "kind": "saturated_groups",  | n.json: layers[0].arithmetic: found no key "groups"
          "onesComplement": true,     | ``                           | n.json: layers[0].arithmetic: found no key "onesComplement"
          "onesComplement": true,     | "onesComplement": 1,         | n.json: layers[0].arithmetic.onesComplement: found the number 1; expected true or false
          "onesComplement": true,     | "onesComplement": true, "groups": [], | n.json: layers[0].arithmetic: found the key "groups"; expected for this kind no keys but kind, onesComplement, masks
          [-1, -1],                   | ``                           | n.json: layers[0].arithmetic: found 2 x 2 masks for 3 x 2 weights
          [-1, -1],                   | [-1],                        | n.json: layers[0].arithmetic.masks[1]: found a row of 1; expected 2
          {"cap": 1, "inputs": [0, 1]} | {"cap": 0, "inputs": [0]}   | n.json: layers[1].arithmetic.groups[0][0].cap: found 0; expected an integer from 1
          {"cap": 1, "inputs": [0, 1]} | {"cap": 1, "inputs": []}    | n.json: layers[1].arithmetic.groups[0][0].inputs: found []; expected at least one input
          {"cap": 1, "inputs": [0, 1]} | {"cap": 1, "inputs": [1, 1]} | n.json: layers[1].arithmetic.groups[0][0].inputs: found [1, 1]; expected at least one input, each of them once
          {"cap": 1, "inputs": [0, 1]} | {"cap": 1, "inputs": [-1]}  | n.json: layers[1].arithmetic.groups[0][0].inputs[0]: found -1
          {"cap": 1, "inputs": [0, 1]} | {"cap": 1, "inputs": [3]}   | n.json: layers[1].arithmetic: found neuron 0: group Group[inputs=[3], cap=1] for 3 inputs
          {"cap": 1, "inputs": [0, 1]} | {"cap": 1, "inputs": [0, 2]} | n.json: layers[1].arithmetic: found neuron 0: weight -1 of input 2 in group
          {"cap": 1, "inputs": [0, 1]} | {"cap": 1, "inputs": [0, 1], "sign": 1} | n.json: layers[1].arithmetic.groups[0][0]: found the unknown key "sign"
          {"cap": 2, "inputs": [1]}   | {"cap": 2, "inputs": [2]}    | n.json: layers[1].arithmetic.groups: found an input in two groups of a neuron
          [2, 0, -2],                 | ``                           | n.json: decision.tournament: found 1 matches for 3 scores
          [2, 0, -2],                 | [2, 0],                      | n.json: decision.tournament[0]: found [2, 0]; expected [left, right, mask]
          [2, 0, -2],                 | [2, 2, -2],                  | n.json: decision.tournament: found match 0 with operand 2, which is not there or has been in a match
          [2, 0, -2],                 | [2, 3, -2],                  | n.json: decision.tournament: found match 0 with operand 3
          [2, 0, -2],                 | [2, 4294967296, -2],         | n.json: decision.tournament[0]: found [2, 4294967296, -2]
          [1, 3, 7]                   | [1, 0, 7]                    | n.json: decision.tournament: found match 1 with operand 0
          "arg_max"                   | "scores"                     | n.json: decision: found the key "tournament"; expected for this kind no keys but kind, multipliers, offsets
          """)
  void namesWhatIsWrongWithApproximations(String what, String by, String message) {
    assertThat(APPROXIMATE).contains(what);
    refused(APPROXIMATE.replaceFirst(Pattern.quote(what), by == null ? "" : by), message);
  }

  @Test
  void textsThatAreNoObject() {
    refused("", "n.json: found an empty text; expected an object");
    refused("[]", "n.json: found an array; expected an object");
    refused("{}", "n.json: found no key \"format\"");
    refused("null", "n.json: found null; expected an object");
    refused(TEXT + "{}", "n.json: found an object behind the end");
    refused(TEXT + "x", "n.json: found text that is not JSON");
    refused("[".repeat(100_000), "n.json: found an array");
    refused("{\"a\":".repeat(100_000), "not JSON");
  }

  @Test
  void limitsAreChecked() {
    String layer =
        "{\"name\": \"l\", \"weights\": [[1]], \"biases\": [0], "
            + "\"activation\": {\"kind\": \"identity\"}},";
    refused(
        TEXT.replace("\"layers\": [", "\"layers\": [" + layer.repeat(64)),
        "n.json: layers: found more than 64 elements; expected at most 64 layers");
    String weights = "1,".repeat(65_536);
    refused(
        TEXT.replace("[1, -2, 3]", "[" + weights + "1]"),
        "n.json: layers[0].weights[0]: found more than 65536 elements");
    refused(TEXT.replace("-2", "1".repeat(2000)), "not JSON");
  }

  @Test
  void layersMustFitTogether() {
    refused(
        TEXT.replace("[1, 1],", "[1, 1, 1],").replace("[2, -1]", "[2, -1, 0]"),
        "n.json: layers[1].weights: found rows of 3; expected 2 weights a row, one a neuron of layer 0");
    refused(
        TEXT.replace("[1, -2, 3]", "[1, -2]").replace("[0, 0, 0]", "[0, 0]"),
        "n.json: layers[0].weights: found rows of 2; expected 3 weights a row, one a feature");
    refused(
        TEXT.replace("[3, 1]", "[3]").replace("[0, -1000000000000]", "[0]"),
        "n.json: decision.multipliers: found 1 values; expected 2, one a neuron");
    refused(
        TEXT.replaceAll("(?s)\"inputs\": \\[.*?\\]", "\"inputs\": []"),
        "n.json: inputs: found no features");
    refused(
        TEXT.replaceAll("(?s)\"layers\": \\[.*\\],\n  \"decision", "\"layers\": [],\n  \"decision"),
        "n.json: layers: found no layers");
  }

  /** Whatever a broken file holds, it is refused or read: no other failure. */
  @Test
  void truncatedAndGarbledTextsNeverFailInAnotherWay() {
    garble(TEXT);
    garble(APPROXIMATE);
  }

  private static void garble(String whole) {
    for (int end = 0; end < whole.length() - 2; end++) {
      String text = whole.substring(0, end);
      assertThatThrownBy(() -> NetworkJson.parse(text, "n.json"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("n.json");
    }
    Random random = new Random(1);
    String letters = "{}[]\",:0123456789-+eE.nulltrue \n\u0000\u00ff";
    for (int round = 0; round < 5000; round++) {
      StringBuilder text = new StringBuilder(whole);
      for (int change = 0; change <= random.nextInt(3); change++) {
        text.setCharAt(
            random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
      }
      try {
        NetworkJson.parse(text.toString(), "n.json");
      } catch (InvalidInputException refused) {
        assertThat(refused).hasMessageStartingWith("n.json").hasMessageNotContaining("\n");
      }
    }
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> NetworkJson.parse(text, "n.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
