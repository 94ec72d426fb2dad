package io.hdlgen.flow;

import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.onnx.ImportedModel;
import io.hdlgen.quantizer.onnx.InputDefaults;
import io.hdlgen.quantizer.onnx.export.QonnxWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a network as QONNX. */
final class Exporter {
  /** What precedes the network in all that the writer writes: the format and "hdlgen". */
  private static final int HEAD_BYTES = 10;

  private final ExportRequest request;
  private final List<String> notes = new ArrayList<>();

  private Exporter(ExportRequest request) {
    this.request = request;
  }

  static ExportResult export(ExportRequest request) {
    return new Exporter(request).export();
  }

  private ExportResult export() {
    IntegerNetwork network = network();
    byte[] bytes = QonnxWriter.write(network);
    checkOutput(bytes);
    OutputFile.write(request.output(), bytes);
    notes.addAll(QonnxWriter.notes(network));
    return new ExportResult(request.output(), network, notes);
  }

  private IntegerNetwork network() {
    Path path = request.network();
    if (Files.isDirectory(path)) {
      return NetworkJson.read(DesignFolder.open(path).file(DesignFolder.NETWORK));
    }
    ImportedModel model = new ModelFile(path).read(InputDefaults.NONE);
    notes.addAll(model.notes());
    if (model instanceof ImportedModel.Quantized quantized) {
      return quantized.network();
    }
    throw new InvalidInputException(
        path.toString(), "a model of real numbers", "a quantized network: quantize it before");
  }

  private static byte[] head(Path path, int size) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(size);
    } catch (IOException e) {
      throw new InvalidInputException(
          path.toString(), "a file that cannot be read", "a readable file", e);
    }
  }

  private void checkOutput(byte[] bytes) {
    Path output = request.output();
    if (Files.isDirectory(output) || output.getFileName() == null) {
      throw new InvalidInputException(
          output.toString(), "a folder", "the name of a file; choose another -o");
    }
    byte[] ours = Arrays.copyOf(bytes, HEAD_BYTES);
    if (Files.exists(output) && !Arrays.equals(head(output, HEAD_BYTES), ours)) {
      throw new InvalidInputException(
          output.toString(),
          "a file that hdlgen did not export",
          "a new file; choose another -o or remove it");
    }
  }
}
