package io.hdlgen.quantizer.onnx.graph;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The bytes of tensors that lie in files beside the model.
 *
 * <p>A model names such a file itself, so nothing outside of its folder is opened, not by a path
 * that leads there and not by a symbolic link.
 *
 * @param folder the model's folder
 */
record ExternalData(Path folder) {
  private static final String EXPECTED =
      "a file in the model's folder, as the exporter wrote it; or a model saved with its weights";

  /**
   * The bytes of a tensor.
   *
   * @param bytes how many there must be
   * @param where file and tensor, for messages
   */
  ByteBuffer read(TensorProto tensor, long bytes, String where) {
    String location = entry(tensor, "location", "");
    Path file = file(location, where);
    long offset = number(entry(tensor, "offset", "0"), "offset", where);
    long length = number(entry(tensor, "length", Long.toString(bytes)), "length", where);
    if (length != bytes) {
      throw new InvalidInputException(
          where, length + " bytes of data in " + location, bytes + " for its shape and type");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      if (offset > channel.size() - bytes) {
        throw new InvalidInputException(
            where,
            "data at %d to %d of %s, which has %d bytes"
                .formatted(offset, offset + bytes, location, channel.size()),
            "the whole file that belongs to this model");
      }
      ByteBuffer data = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
      while (data.hasRemaining()) {
        if (channel.read(data, offset + data.position()) < 0) {
          throw new EOFException(location);
        }
      }
      return data.flip();
    } catch (IOException e) {
      throw new InvalidInputException(
          where, "data in " + location + ", which cannot be read", EXPECTED, e);
    }
  }

  private Path file(String location, String where) {
    try {
      Path relative = Path.of(location);
      boolean inside =
          !location.isEmpty()
              && !relative.isAbsolute()
              && !location.contains("\\")
              && !relative.normalize().startsWith("..");
      if (!inside) {
        throw new InvalidInputException(where, "data in the external file " + location, EXPECTED);
      }
      Path file = folder.resolve(relative);
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(
            where, "data in the external file " + location + ", which is not there", EXPECTED);
      }
      if (!file.toRealPath().startsWith(folder.toRealPath())) {
        throw new InvalidInputException(
            where, "data in " + location + ", a link out of the model's folder", EXPECTED);
      }
      return file;
    } catch (InvalidPathException | IOException e) {
      throw new InvalidInputException(where, "data in the external file " + location, EXPECTED, e);
    }
  }

  private static long number(String text, String key, String where) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      // Refused below, as a negative number is.
    }
    throw new InvalidInputException(
        where, "external data of " + key + " " + text, "a number of bytes");
  }

  static String entry(TensorProto tensor, String key, String otherwise) {
    for (StringStringEntryProto entry : tensor.getExternalDataList()) {
      if (entry.getKey().equals(key)) {
        return entry.getValue();
      }
    }
    return otherwise;
  }
}
