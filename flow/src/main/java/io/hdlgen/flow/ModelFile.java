package io.hdlgen.flow;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.json.FloatModelJson;
import io.hdlgen.quantizer.json.JsonModelKind;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.onnx.ImportedModel;
import io.hdlgen.quantizer.onnx.InputDefaults;
import io.hdlgen.quantizer.onnx.ModelReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file with a model of any kind. */
final class ModelFile {
  private static final int HEAD_BYTES = 256;

  private final Path path;

  /**
   * @throws InvalidInputException if there is no such file
   */
  ModelFile(Path path) {
    this.path = path;
    if (!Files.isRegularFile(path)) {
      throw new InvalidInputException(
          path.toString(),
          Files.exists(path) ? "something that is no file" : "no such file",
          "a model: ONNX, QONNX, model.json or network.json");
    }
  }

  /** The model. */
  ImportedModel read(InputDefaults defaults) {
    if (!isJson()) {
      refuseTable();
      return ModelReader.read(path, defaults);
    }
    return switch (JsonModelKind.of(path)) {
      case NETWORK -> new ImportedModel.Quantized(NetworkJson.read(path), List.of());
      case MODEL -> new ImportedModel.Floating(FloatModelJson.read(path), List.of());
    };
  }

  /**
   * The model, which has to be of real numbers.
   *
   * @param notes takes what the user should know
   */
  FloatNetwork readFloat(List<String> notes) {
    ImportedModel imported = read(InputDefaults.NONE);
    return imported.accept(
        new ImportedModel.Visitor<>() {
          @Override
          public FloatNetwork visit(ImportedModel.Quantized quantized) {
            throw new InvalidInputException(
                path.toString(), "a quantized model", "a model of real numbers");
          }

          @Override
          public FloatNetwork visit(ImportedModel.Floating floating) {
            notes.addAll(floating.notes());
            return floating.network();
          }
        });
  }

  /** The other files that the model is read from: those with its weights. */
  List<Path> filesBeside() {
    return isJson() ? List.of() : ModelReader.filesBeside(path);
  }

  /** Refuses what {@code train} takes. An ONNX file begins with bytes that no text has. */
  private void refuseTable() {
    byte[] head = head();
    boolean array = CommandText.baseName(path).matches("(?i).*\\.(npy|npz|gz|idx)");
    boolean text = head.length > 0;
    for (byte sign : head) {
      text &= sign >= ' ' || sign < 0 || sign == '\t' || sign == '\r' || sign == '\n';
    }
    if (array || text) {
      throw new InvalidInputException(
          path.toString(),
          array ? "a table" : "text, such as a table",
          "a model: ONNX, QONNX, model.json or network.json; hdlgen train makes one of a table");
    }
  }

  private byte[] head() {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      throw new InvalidInputException(
          path.toString(), "a file that cannot be read", "a readable file", e);
    }
  }

  /** Whether the first sign in the file opens a JSON object; no ONNX file begins so. */
  boolean isJson() {
    try (InputStream in = Files.newInputStream(path)) {
      int first = in.read();
      while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
        first = in.read();
      }
      return first == '{';
    } catch (IOException e) {
      throw new InvalidInputException(
          path.toString(), "a file that cannot be read", "a readable file", e);
    }
  }
}
