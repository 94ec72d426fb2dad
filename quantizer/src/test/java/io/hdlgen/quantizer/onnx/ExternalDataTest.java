package io.hdlgen.quantizer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights in a file beside the model: it is read, and no other file is. */
class ExternalDataTest {
  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    folder = Files.createDirectories(parent.resolve("models/weights")).getParent();
    ByteBuffer data = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 10; i++) {
      data.putFloat(i + 0.5f);
    }
    for (Path file :
        List.of(
            folder.resolve("w.data"),
            folder.resolve("weights/w.data"),
            parent.resolve("outside.data"))) {
      Files.write(file, data.array());
    }
  }

  @Test
  void weightsAreReadFromTheirPlace() {
    FloatNetwork network = read("location", "w.data", "offset", "8", "length", "24");
    assertThat(network.layers().get(0).weights().getData())
        .isDeepEqualTo(new double[][] {{2.5, 5.5}, {3.5, 6.5}, {4.5, 7.5}});
    assertThat(read("location", "weights/w.data").layers().get(0).weights().getEntry(0, 0))
        .isEqualTo(0.5);
    assertThat(ModelReader.filesBeside(folder.resolve("model.onnx")))
        .containsExactly(folder.resolve("weights/w.data"));
  }

  @Test
  void noFileOutsideOfTheFolderIsOpened() throws IOException {
    refused("external file ../outside.data", "location", "../outside.data");
    refused("external file weights/../../outside.data", "location", "weights/../../outside.data");
    String absolute = parent.resolve("outside.data").toAbsolutePath().toString();
    refused("external file " + absolute, "location", absolute);
    refused("external file ..\\outside.data", "location", "..\\outside.data");
    refused("external file a\0b", "location", "a\0b");
    refused("external file ;", "length", "24");
    Files.createSymbolicLink(folder.resolve("link.data"), parent.resolve("outside.data"));
    refused("a link out of the model's folder", "location", "link.data");
    refused("weights, which is not there", "location", "weights");
    refused("none.data, which is not there", "location", "none.data");
  }

  @Test
  void sizesAreChecked() {
    refused("20 bytes of data in w.data; expected 24", "location", "w.data", "length", "20");
    refused("data at 20 to 44 of w.data, which has 40 bytes", "location", "w.data", "offset", "20");
    refused(
        "of w.data, which has 40 bytes",
        "location",
        "w.data",
        "offset",
        Long.toString(Long.MAX_VALUE));
    refused("external data of offset -1", "location", "w.data", "offset", "-1");
    refused("external data of length many", "location", "w.data", "length", "many");
  }

  private FloatNetwork read(String... entries) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setDataType(1)
            .addDims(2)
            .addDims(3)
            .setDataLocation(TensorProto.DataLocation.EXTERNAL);
    for (int i = 0; i < entries.length; i += 2) {
      tensor.addExternalData(
          StringStringEntryProto.newBuilder().setKey(entries[i]).setValue(entries[i + 1]));
    }
    ModelBuilder model = new ModelBuilder();
    ModelBuilder.Value x = model.input(1, 2);
    model.output(model.node("MatMul", "", List.of(x.name(), model.constant(tensor.build()))));
    ImportedModel read = ModelReader.read(model.write(folder), InputDefaults.NONE);
    return ((ImportedModel.Floating) read).network();
  }

  private void refused(String message, String... entries) {
    assertThatThrownBy(() -> read(entries))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("model.onnx: tensor c0")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }
}
