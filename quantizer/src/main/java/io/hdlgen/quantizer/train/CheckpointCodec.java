package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns the state of a training into bytes and back. */
final class CheckpointCodec {
  private static final int MAGIC = 0x68646c31;

  private final byte[] fingerprint;

  /**
   * A codec.
   *
   * @param fingerprint of everything that the training depends on: a checkpoint of another one is
   *     refused
   */
  CheckpointCodec(byte[] fingerprint) {
    this.fingerprint = fingerprint;
  }

  byte[] write(TrainingState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(fingerprint.length);
      out.write(fingerprint);
      for (double number : state.numbers()) {
        out.writeDouble(number);
      }
      List<float[]> arrays = state.arrays();
      out.writeInt(arrays.size());
      for (float[] array : arrays) {
        out.writeInt(array.length);
        for (float value : array) {
          out.writeFloat(value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Restores a state.
   *
   * @throws InvalidInputException if the bytes are no checkpoint, or of another training
   */
  void read(byte[] bytes, TrainingState state) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        throw damaged(null);
      }
      byte[] found = in.readNBytes(Math.max(0, Math.min(in.readInt(), 1024)));
      if (!Arrays.equals(found, fingerprint)) {
        throw new InvalidInputException(
            "checkpoint",
            "the state of a training with other data or options",
            "the same data and options; or start anew without it");
      }
      double[] numbers = new double[state.numbers().length];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = in.readDouble();
      }
      int count = in.readInt();
      List<float[]> arrays = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int length = in.readInt();
        if (length < 0 || length > in.available() / Float.BYTES) {
          throw damaged(null);
        }
        float[] array = new float[length];
        for (int k = 0; k < length; k++) {
          array[k] = in.readFloat();
        }
        arrays.add(array);
      }
      state.restore(numbers, arrays);
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  private static InvalidInputException damaged(Exception cause) {
    return new InvalidInputException(
        "checkpoint",
        "something that is not the state of a training",
        "a file that a killed training left; or start anew without it",
        cause);
  }
}
