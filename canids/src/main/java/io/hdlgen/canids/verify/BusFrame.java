package io.hdlgen.canids.verify;

import io.hdlgen.canids.feature.FeatureExtractor;
import io.hdlgen.canids.frame.CanFrame;
import java.nio.ByteBuffer;

/**
 * A frame as a receiver delivers it, and when its parts arrive.
 *
 * @param frame the frame; its label does not matter
 * @param lengthCode the data length code on the wire, 0 to 15
 * @param error whether it ends with an error
 * @param parts those that arrive before the end, at most {@link #allParts()}
 * @param together whether the end of the data is told with the part before
 * @param pace cycles of chance and of bits
 */
public record BusFrame(
    CanFrame frame, int lengthCode, boolean error, int parts, boolean together, Pace pace) {
  /** Bytes of a frame for the program that drives the Verilog. */
  static final int BYTES = 32;

  /**
   * When parts arrive.
   *
   * @param spread most cycles of chance between two parts, 0 to 255
   * @param stall of 256 cycles, those in which the stream is not read
   * @param seed of the chance
   * @param idle cycles after the end
   * @param bit cycles of a bit that parts wait for; 0: they arrive at once
   */
  public record Pace(int spread, int stall, int seed, int idle, int bit) {}

  /** Data bytes that arrive. */
  int dataBytes() {
    return frame.remote() ? 0 : frame.length();
  }

  /** Identifier, control, data bytes and the end of the data. */
  int allParts() {
    return 3 + dataBytes();
  }

  /** Whether the end of the data is reached. */
  boolean complete() {
    return parts == allParts();
  }

  void write(ByteBuffer to) {
    to.putInt((int) frame.timeUs());
    to.putShort((short) FeatureExtractor.baseId(frame));
    int flags = (frame.extended() ? 1 : 0) | (frame.remote() ? 2 : 0);
    to.put((byte) (flags | (error ? 4 : 0) | (together ? 8 : 0)));
    to.put((byte) lengthCode);
    to.putLong(frame.data());
    to.put((byte) parts).put((byte) pace.spread()).put((byte) pace.stall()).put((byte) 0);
    to.putInt(pace.seed()).putInt(pace.idle()).putInt(pace.bit());
  }
}
