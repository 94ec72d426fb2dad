package io.hdlgen.flow;

import io.hdlgen.flow.folder.OutputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The built-in example, as files for as long as it is open. */
final class DigitsExample implements AutoCloseable {
  /** What it is called. */
  static final String NAME = "digits";

  private static final String MODEL = NAME + ".onnx";
  private static final String TRAINING = "train.csv";
  private static final String TEST = "test.csv";

  private final Path folder;

  private DigitsExample(Path folder) {
    this.folder = folder;
  }

  /** Unpacks the example into a temporary folder. */
  static DigitsExample unpack() {
    try {
      DigitsExample example = new DigitsExample(Files.createTempDirectory("hdlgen-digits-"));
      // An interrupted run closes nothing; these are deleted last to first.
      example.folder.toFile().deleteOnExit();
      try {
        for (String name : List.of(MODEL, TRAINING, TEST)) {
          example.folder.resolve(name).toFile().deleteOnExit();
          try (InputStream in =
              DigitsExample.class.getResourceAsStream("examples/digits/" + name)) {
            Files.copy(in, example.folder.resolve(name));
          }
        }
        return example;
      } catch (IOException e) {
        example.close();
        throw e;
      }
    } catch (IOException e) {
      throw OutputException.writing(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }

  Path model() {
    return folder.resolve(MODEL);
  }

  DataSource training() {
    return DataSource.of(folder.resolve(TRAINING));
  }

  DataSource test() {
    return DataSource.of(folder.resolve(TEST));
  }

  @Override
  public void close() {
    try {
      for (String name : List.of(MODEL, TRAINING, TEST)) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw OutputException.writing(folder, e);
    }
  }
}
