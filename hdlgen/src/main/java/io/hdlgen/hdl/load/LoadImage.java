package io.hdlgen.hdl.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A network as a loadable design takes it.
 *
 * @param shape checksum of the declaration that it fits
 * @param words of 32 bits, in the order in which they are written
 */
public record LoadImage(int shape, List<Integer> words) {
  public LoadImage {
    words = List.copyOf(words);
  }

  /** A write to a register. */
  public record Write(LoadRegister register, int value) {}

  /** The words as bytes, the lowest byte of each first. */
  public byte[] bytes() {
    ByteBuffer buffer = ByteBuffer.allocate(4 * words.size()).order(ByteOrder.LITTLE_ENDIAN);
    words.forEach(buffer::putInt);
    return buffer.array();
  }

  /** CRC-32 of IEEE 802.3 over {@link #bytes}. */
  public int crc() {
    CRC32 crc = new CRC32();
    crc.update(bytes());
    return (int) crc.getValue();
  }

  /** What a processor writes to load the network; a switch is not part of it. */
  public List<Write> writes() {
    List<Write> writes = new ArrayList<>();
    writes.add(new Write(LoadRegister.CONTROL, 1 << LoadRegister.BEGIN_BIT));
    words.forEach(word -> writes.add(new Write(LoadRegister.DATA, word)));
    writes.add(new Write(LoadRegister.CRC, crc()));
    writes.add(new Write(LoadRegister.CONTROL, 1 << LoadRegister.COMMIT_BIT));
    return writes;
  }
}
