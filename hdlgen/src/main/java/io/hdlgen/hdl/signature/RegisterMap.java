package io.hdlgen.hdl.signature;

import io.hdlgen.hdl.signature.Register.Access;
import java.util.ArrayList;
import java.util.List;

/**
 * The registers of a design on a processor's bus. It follows from the features and results alone.
 *
 * @param registers ascending by offset; places between them hold nothing
 * @param scoreWords words a score: 2 if any score does not fit in 32 bits signed, lower word first
 * @param firstFeature offset of the first feature; each takes one word
 */
public record RegisterMap(List<Register> registers, int scoreWords, int firstFeature) {
  /** What the register {@code ID} holds: {@code HDLG} in ASCII. */
  public static final long ID_VALUE = 0x48444c47;

  /** What the register {@code VERSION} holds: changes with the meaning of registers. */
  public static final int VERSION_VALUE = 1;

  /** Offset of the constant that tells the design from others. */
  public static final int ID = 0x00;

  /** Offset of the version of the register map. */
  public static final int VERSION = 0x04;

  /** Offset of start and interrupt enable. */
  public static final int CONTROL = 0x08;

  /** Bit of {@link #CONTROL}: 1 starts an inference; read as 0. */
  public static final int START_BIT = 0;

  /** Bit of {@link #CONTROL}: whether {@code irq_o} follows {@link #DONE_BIT}. */
  public static final int IRQ_ENABLE_BIT = 1;

  /** Offset of the flags. */
  public static final int STATUS = 0x0c;

  /** Bit of {@link #STATUS}: an inference can be started. */
  public static final int READY_BIT = 0;

  /** Bit of {@link #STATUS}: results are there; a written 1 clears it, and so does a start. */
  public static final int DONE_BIT = 1;

  /** Bit of {@link #STATUS}: the core's {@code error_o}. */
  public static final int ERROR_BIT = 2;

  /** Offset of the class. */
  public static final int CLASS = 0x10;

  /** Offset of the first score. */
  public static final int SCORES = 0x20;

  private static final int FEATURE_ALIGNMENT = 0x40;
  private static final String SCORE = "score_";

  public RegisterMap {
    registers = List.copyOf(registers);
  }

  /** The registers of a design with these features and results. */
  public static RegisterMap of(List<Field> inputs, List<Field> outputs) {
    int scoreWords = outputs.stream().anyMatch(RegisterMap::isWide) ? 2 : 1;
    List<Register> registers = new ArrayList<>();
    registers.add(new Register("ID", ID, Access.READ, ""));
    registers.add(new Register("VERSION", VERSION, Access.READ, ""));
    registers.add(new Register("CONTROL", CONTROL, Access.READ_WRITE, ""));
    registers.add(new Register("STATUS", STATUS, Access.READ_WRITE, ""));
    int end = SCORES;
    for (Field field : outputs) {
      if (isScore(field)) {
        String name = "SCORE_" + field.name().substring(SCORE.length());
        registers.add(new Register(name, end, Access.READ, field.name()));
        if (scoreWords == 2) {
          registers.add(new Register(name + "_HIGH", end + 4, Access.READ, field.name()));
        }
        end += 4 * scoreWords;
      } else {
        registers.add(new Register("CLASS", CLASS, Access.READ, field.name()));
      }
    }
    int first = (end + FEATURE_ALIGNMENT - 1) / FEATURE_ALIGNMENT * FEATURE_ALIGNMENT;
    for (int i = 0; i < inputs.size(); i++) {
      registers.add(
          new Register("FEATURE_" + i, first + 4 * i, Access.WRITE, inputs.get(i).name()));
    }
    return new RegisterMap(registers, scoreWords, first);
  }

  /** The fields as they lie in registers of their own, from the lowest bit on. */
  public static List<Field> inRegisters(List<Field> fields, String port) {
    return fields.stream().map(f -> f.at(port, 0)).toList();
  }

  /** Whether a score does not fit in a signed word. */
  private static boolean isWide(Field field) {
    return isScore(field) && (field.min() < Integer.MIN_VALUE || field.max() > Integer.MAX_VALUE);
  }

  private static boolean isScore(Field field) {
    return field.name().startsWith(SCORE);
  }

  /** Offsets of the words that hold a result, the lowest word first. */
  public List<Integer> offsets(Field result) {
    return registers.stream()
        .filter(register -> register.access().reads() && register.field().equals(result.name()))
        .map(Register::offset)
        .toList();
  }

  /** Bits of an address that reaches every register. */
  public int addressBits() {
    int last = registers.get(registers.size() - 1).offset() + 3;
    return Integer.SIZE - Integer.numberOfLeadingZeros(last);
  }
}
