package io.hdlgen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A network of one layer: scores a - 2*b + 1 and b of two signed features of four bits. */
final class TinyNetwork {
  private static final String NETWORK =
      """
      {
        "format": "hdlgen-network",
        "version": 1,
        "name": "tiny",
        "inputs": [
          {"name": "a", "bits": 4, "encoding": "signed", "min": -8, "max": 7, "scale": 1.0, "offset": 0.0, "rounding": "half_even"},
          {"name": "b", "bits": 4, "encoding": "signed", "min": -8, "max": 7, "scale": 1.0, "offset": 0.0, "rounding": "half_even"}
        ],
        "layers": [
          {"name": "l0", "weights": [[1, -2], [0, 1]], "biases": [1, 0], "activation": {"kind": "identity"}}
        ],
        "decision": {"kind": "arg_max", "multipliers": [1, 1], "offsets": [0, 0]},
        "classNames": ["no", "yes"]
      }
      """;

  private TinyNetwork() {}

  /** Writes the file {@code my net.json}. */
  static Path write(Path folder) throws IOException {
    return Files.writeString(folder.resolve("my net.json"), NETWORK);
  }
}
