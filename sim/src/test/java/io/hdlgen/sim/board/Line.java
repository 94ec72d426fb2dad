package io.hdlgen.sim.board;

import io.hdlgen.sim.cycle.Probe;
import io.hdlgen.sim.cycle.Simulator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.CRC32;

/** The other end of a simulated board's serial line, written from the description alone. */
final class Line {
  private static final int LONGEST = 1_000_000;

  private final Simulator board;
  private final int cyclesPerBit;
  private final Probe transmitted;
  private final Deque<Integer> levels = new ArrayDeque<>();
  private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
  private final List<byte[]> answers = new ArrayList<>();
  private int receiving = -1;
  private int value;

  Line(Simulator board, int cyclesPerBit) {
    this.board = board;
    this.cyclesPerBit = cyclesPerBit;
    this.transmitted = board.output("uart_tx_o");
    board.setInput("uart_rx_i", 1);
    board.setReset(true);
    board.evaluate();
    board.clock();
    board.setReset(false);
    level(1, 20);
  }

  /** Holds the line for so many cycles, behind all that is to be sent. */
  void level(int level, int cycles) {
    for (int i = 0; i < cycles; i++) {
      levels.add(level);
    }
  }

  void send(int octet) {
    send(octet, 1);
  }

  /** A byte with this level in the place of its stop bit. */
  void send(int octet, int stop) {
    level(0, cyclesPerBit);
    for (int bit = 0; bit < 8; bit++) {
      level(octet >> bit & 1, cyclesPerBit);
    }
    level(stop, cyclesPerBit);
  }

  void send(byte[] octets) {
    for (byte octet : octets) {
      send(octet & 0xff);
    }
  }

  /** Flag, content, check, flag. */
  static byte[] frame(byte... content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x7e);
    for (byte octet : content) {
      stuff(out, octet & 0xff);
    }
    for (int i = 0; i < 4; i++) {
      stuff(out, (int) (crc.getValue() >> 8 * i) & 0xff);
    }
    out.write(0x7e);
    return out.toByteArray();
  }

  private static void stuff(ByteArrayOutputStream out, int octet) {
    if (octet == 0x7e || octet == 0x7d) {
      out.write(0x7d);
      out.write(octet ^ 0x20);
    } else {
      out.write(octet);
    }
  }

  /** Runs until all is sent and nothing has come for the time of so many bytes. */
  List<byte[]> run(int quietBytes) {
    answers.clear();
    int quiet = 0;
    long end = board.cycle() + levels.size() + LONGEST;
    while (quiet < 10 * cyclesPerBit * quietBytes) {
      if (board.cycle() > end) {
        throw new AssertionError("no end of answers");
      }
      quiet = levels.isEmpty() && receiving < 0 ? quiet + 1 : 0;
      board.setInput("uart_rx_i", levels.isEmpty() ? 1 : levels.remove());
      board.evaluate();
      receive((int) transmitted.toLong());
      board.clock();
    }
    return List.copyOf(answers);
  }

  private void receive(int level) {
    if (receiving < 0) {
      receiving = level == 0 ? 0 : -1;
      value = 0;
      return;
    }
    receiving++;
    int bit = receiving / cyclesPerBit;
    if (receiving % cyclesPerBit != cyclesPerBit / 2) {
      return;
    }
    if (bit >= 1 && bit <= 8) {
      value |= level << (bit - 1);
    } else if (bit == 9) {
      receiving = -1;
      if (level != 1) {
        throw new AssertionError("no stop bit");
      }
      octet(value);
    }
  }

  private void octet(int octet) {
    if (octet != 0x7e) {
      frame.write(octet);
      return;
    }
    if (frame.size() > 0) {
      answers.add(content(frame.toByteArray()));
    }
    frame.reset();
  }

  private static byte[] content(byte[] stuffed) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (int i = 0; i < stuffed.length; i++) {
      plain.write(stuffed[i] == 0x7d ? stuffed[++i] ^ 0x20 : stuffed[i]);
    }
    byte[] all = plain.toByteArray();
    byte[] content = java.util.Arrays.copyOf(all, all.length - 4);
    CRC32 crc = new CRC32();
    crc.update(content);
    for (int i = 0; i < 4; i++) {
      if ((byte) (crc.getValue() >> 8 * i) != all[content.length + i]) {
        throw new AssertionError("an answer with a wrong check");
      }
    }
    return content;
  }
}
