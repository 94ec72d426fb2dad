package io.hdlgen.flow.serial;

import io.hdlgen.hdl.board.SerialProtocol;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a board says of itself.
 *
 * @param version of the protocol
 * @param design as {@link DesignIdentity} has it
 * @param requestBytes bytes of an inference's features
 * @param resultBytes bytes of a result
 * @param window requests that may be sent ahead of answers
 * @param rejected frames with an error that have come since reset, modulo 65,536
 * @param dropped frames for which there was no room, modulo 256
 */
public record BoardIdentity(
    int version,
    String design,
    int requestBytes,
    int resultBytes,
    int window,
    int rejected,
    int dropped) {

  /** Of the content of an answer of {@link SerialProtocol#IDENTIFICATION} bytes of data. */
  static BoardIdentity of(byte[] answer) {
    int at = SerialProtocol.ANSWER_HEAD;
    byte[] identity = Arrays.copyOfRange(answer, at + 1, at + 1 + SerialProtocol.IDENTITY);
    int sizes = at + 1 + SerialProtocol.IDENTITY;
    return new BoardIdentity(
        answer[at] & 0xff,
        HexFormat.of().formatHex(identity),
        word(answer, sizes),
        word(answer, sizes + 2),
        answer[sizes + 4] & 0xff,
        word(answer, sizes + 5),
        answer[sizes + 7] & 0xff);
  }

  private static int word(byte[] bytes, int at) {
    return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
  }
}
