package io.hdlgen.flow;

import java.nio.file.Path;

/** Names of files that no name was given for. */
final class OutputNames {
  private OutputNames() {}

  /** {@code ./<stem>.network.json}, or {@code ./<stem>.model.json} for a float network. */
  static Path after(Path input, boolean quantized) {
    return Path.of(stem(input) + (quantized ? ".network.json" : ".model.json"));
  }

  /** A file's name without its folders and endings. */
  static String stem(Path input) {
    String name = CommandText.baseName(input);
    String stem =
        name.replaceFirst("(?<=.)\\.gz$", "")
            .replaceFirst("(?<=.)(\\.(network|model))?\\.[^.]*$", "");
    return stem.isBlank() ? "network" : stem;
  }
}
