package io.hdlgen.flow.serial;

import io.hdlgen.hdl.board.WireLayout;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.network.Encoding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Between numbers and the bytes of requests and answers. */
public final class WireCodec {
  private final WireLayout layout;

  public WireCodec(WireLayout layout) {
    this.layout = layout;
  }

  /** The bytes of an inference's features, given by their codes. */
  public byte[] request(long[] codes) {
    BigInteger[] beats = new BigInteger[layout.beats()];
    java.util.Arrays.fill(beats, BigInteger.ZERO);
    for (int i = 0; i < codes.length; i++) {
      Field field = layout.inputs().get(i);
      beats[field.beat()] =
          beats[field.beat()].or(BigInteger.valueOf(field.bits(codes[i])).shiftLeft(field.low()));
    }
    byte[] bytes = new byte[layout.requestBytes()];
    for (int i = 0; i < bytes.length; i++) {
      BigInteger beat = beats[i / layout.beatBytes()];
      bytes[i] = beat.shiftRight(8 * (i % layout.beatBytes())).byteValue();
    }
    return bytes;
  }

  /** The results in an answer's bytes, in the order of the layout's outputs. */
  public List<Long> results(byte[] bytes) {
    List<Long> results = new ArrayList<>();
    for (Field field : layout.outputs()) {
      BigInteger value = BigInteger.ZERO;
      for (int bit = 0; bit < field.width(); bit++) {
        int at = field.low() + bit;
        if ((bytes[at / 8] >> at % 8 & 1) != 0) {
          value = value.setBit(bit);
        }
      }
      boolean negative = field.encoding() == Encoding.SIGNED && value.testBit(field.width() - 1);
      BigInteger modulus = BigInteger.ONE.shiftLeft(field.width());
      results.add((negative ? value.subtract(modulus) : value).longValueExact());
    }
    return results;
  }
}
