package io.hdlgen.flow.serial;

import io.hdlgen.hdl.board.SerialProtocol;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** Packs contents into frames, and takes them out of the bytes that come. */
final class Frames {
  /** No frame of ours is longer: what is, is noise. */
  private static final int LONGEST = 1 << 14;

  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private boolean escaped;
  private long broken;

  /** Flag, content, check, flag, with what looks like a flag escaped. */
  static byte[] encode(byte[] content) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(content.length + 8);
    frame.write(SerialProtocol.FLAG);
    for (byte octet : content) {
      stuff(frame, octet & 0xff);
    }
    long check = check(content, content.length);
    for (int i = 0; i < SerialProtocol.CHECK; i++) {
      stuff(frame, (int) (check >> 8 * i) & 0xff);
    }
    frame.write(SerialProtocol.FLAG);
    return frame.toByteArray();
  }

  private static void stuff(ByteArrayOutputStream frame, int octet) {
    if (octet == SerialProtocol.FLAG || octet == SerialProtocol.ESCAPE) {
      frame.write(SerialProtocol.ESCAPE);
      frame.write(octet ^ SerialProtocol.TOGGLE);
    } else {
      frame.write(octet);
    }
  }

  private static long check(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  /** Takes a byte; gives the content of the frame that it ends, if that is right. */
  Optional<byte[]> accept(int octet) {
    if (octet == SerialProtocol.FLAG) {
      return end();
    }
    if (octet == SerialProtocol.ESCAPE) {
      escaped = true;
    } else if (content.size() < LONGEST) {
      content.write(escaped ? octet ^ SerialProtocol.TOGGLE : octet);
      escaped = false;
    }
    return Optional.empty();
  }

  private Optional<byte[]> end() {
    byte[] all = content.toByteArray();
    boolean aborted = escaped;
    content.reset();
    escaped = false;
    if (all.length == 0 && !aborted) {
      return Optional.empty();
    }
    int length = all.length - SerialProtocol.CHECK;
    boolean right = !aborted && length >= 0;
    for (int i = 0; right && i < SerialProtocol.CHECK; i++) {
      right = all[length + i] == (byte) (check(all, length) >> 8 * i);
    }
    if (!right) {
      broken++;
      return Optional.empty();
    }
    return Optional.of(Arrays.copyOf(all, length));
  }

  /** Frames so far that were not right. */
  long broken() {
    return broken;
  }
}
