package io.hdlgen.canids.rtl.board;

import io.hdlgen.canids.rtl.feature.DetectorRegisters;
import io.hdlgen.hdl.board.Gates;
import java.util.ArrayList;
import java.util.List;

/**
 * Says alerts as lines of text in hexadecimal digits: {@code TTTTTTTT EIII CC LLLL} and a line
 * feed. T are the microseconds at the start of the frame, E is {@code x} for an extended identifier
 * and else {@code 0}, I are the 11 bits that come first of the identifier, C is the class, and L
 * counts the alerts so far that had no place in the queue.
 */
final class AlertLine {
  private static final int DIGIT = 4;
  private static final int BYTE = 8;

  /** Where numbers lie in {@code register_data_o}. */
  private static final int ID_LOW = 16;

  private static final int EXTENDED = 27;
  private static final int LOST_LOW = 16;

  private final Gates gates;
  private final int word;
  private final List<Integer> characters = new ArrayList<>();
  private final List<Integer> registers = new ArrayList<>();

  /**
   * @param word what the register chosen shows
   */
  AlertLine(Gates gates, int word) {
    this.gates = gates;
    this.word = word;
    digits(DetectorRegisters.ALERT_TIME, 0, 32);
    character(' ');
    int extended = gates.bit(word, EXTENDED);
    add(
        DetectorRegisters.ALERT_FRAME,
        gates.mux("extended", extended, gates.number('x'), gates.number('0')));
    digits(DetectorRegisters.ALERT_FRAME, ID_LOW, 11);
    character(' ');
    digits(DetectorRegisters.ALERT_CLASS, 0, BYTE);
    character(' ');
    digits(DetectorRegisters.STATUS, LOST_LOW, 16);
    character('\n');
  }

  private void digits(DetectorRegisters register, int low, int bits) {
    for (int place = (bits - 1) / DIGIT * DIGIT; place >= 0; place -= DIGIT) {
      int nibble = gates.slice(word, low + place, Math.min(DIGIT, bits - place));
      add(register, digit(nibble));
    }
  }

  private void character(char character) {
    add(DetectorRegisters.STATUS, gates.field(character, BYTE));
  }

  private void add(DetectorRegisters register, int character) {
    characters.add(character);
    registers.add(gates.number(register.ordinal()));
  }

  /** The digit of a number below 16. */
  private int digit(int nibble) {
    List<Integer> digits = new ArrayList<>();
    for (int value = 0; value < 1 << gates.width(nibble); value++) {
      digits.add(gates.field(Character.forDigit(value, 1 << DIGIT), BYTE));
    }
    return gates.choose("digit", digits, nibble);
  }

  /** Characters of a line. */
  int length() {
    return characters.size();
  }

  /** The character at a place, of what the register chosen at that place shows. */
  int character(int place) {
    return gates.choose("character", characters, place);
  }

  /** The register that the character at a place is made of. */
  int register(int place) {
    return gates.choose("chosen", registers, place);
  }
}
