package io.hdlgen.sim.check;

import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Register;
import io.hdlgen.hdl.signature.RegisterMap;
import io.hdlgen.hdl.signature.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the registers of a design must hold in each cycle, after its documentation: a write has its
 * effect in the cycle in which its response begins, and a read gives what held in the cycle before
 * its response begins.
 */
final class RegisterModel {
  /** Cycles from the take of a start to its effect. */
  private static final int START_CYCLES = 2;

  private final Signature signature;
  private final Vectors vectors;
  private final RegisterMap map;
  private final Map<Integer, Register> registers;
  private final long[] features;
  private boolean busy;
  private boolean done;
  private boolean enabled;
  private long doneAt;
  private int running = -1;
  private int shown = -1;

  RegisterModel(Signature signature, Vectors vectors) {
    this.signature = signature;
    this.vectors = vectors;
    this.map = signature.registers().orElseThrow();
    this.registers =
        map.registers().stream().collect(Collectors.toMap(Register::offset, Function.identity()));
    this.features = new long[signature.inputs().size()];
  }

  /** Features keep what they hold; results are unknown until the next ones. */
  void reset() {
    busy = false;
    done = false;
    enabled = false;
    shown = -1;
  }

  boolean busy() {
    return busy;
  }

  boolean interrupts() {
    return done && enabled;
  }

  /** The inference whose results can be read; -1 for none. */
  int shown() {
    return shown;
  }

  /** The bits that a feature holds. */
  long feature(int index) {
    return features[index];
  }

  /** Whether a write that is carried out now is answered with an error, and has no effect. */
  boolean refuses(BusWrite write) {
    Register register = registers.get(write.offset() & ~3);
    return register == null || !register.access().writes() || (busy && starts(write));
  }

  private static boolean starts(BusWrite write) {
    return (write.offset() & ~3) == RegisterMap.CONTROL
        && write.writesByte(0)
        && write.bit(RegisterMap.START_BIT);
  }

  /** A write that is not refused has its effect in this cycle. */
  void apply(BusWrite write, long cycle) {
    int offset = write.offset() & ~3;
    if (offset >= map.firstFeature()) {
      int feature = (offset - map.firstFeature()) / 4;
      long kept = features[feature];
      for (int part = 0; part < 4; part++) {
        long mask = write.writesByte(part) ? 0xffL << 8 * part : 0;
        kept = kept & ~mask | write.data() & mask;
      }
      features[feature] = kept & BitFields.mask(signature.inputs().get(feature).width());
      return;
    }
    if (!write.writesByte(0)) {
      return;
    }
    if (offset == RegisterMap.STATUS) {
      done &= !write.bit(RegisterMap.DONE_BIT);
    } else {
      enabled = write.bit(RegisterMap.IRQ_ENABLE_BIT);
      if (starts(write)) {
        start(write.vector(), cycle);
      }
    }
  }

  private void start(int vector, long cycle) {
    for (int i = 0; i < features.length; i++) {
      if (features[i] != vectors.inputBits(vector, i)) {
        throw new IllegalStateException("the stimulus starts vector " + vector + " without all");
      }
    }
    busy = true;
    done = false;
    running = vector;
    doneAt = cycle + signature.latencyCycles() - START_CYCLES;
  }

  /** Moves on to a cycle, after the writes that have their effect in it. */
  void step(long cycle) {
    if (busy && cycle >= doneAt) {
      busy = false;
      done = true;
      shown = running;
    }
  }

  /** Whether a read gives a word; otherwise an error and 0. */
  boolean readable(int offset) {
    Register register = registers.get(offset & ~3);
    return register != null && register.access().reads();
  }

  /** The result in a register; empty for others. */
  Optional<Field> result(int offset) {
    Register register = registers.get(offset & ~3);
    if (register == null || !register.access().reads() || register.field().isEmpty()) {
      return Optional.empty();
    }
    return signature.outputs().stream()
        .filter(field -> field.name().equals(register.field()))
        .findFirst();
  }

  /** The word that a read gives, 32 bits unsigned. */
  long read(int offset) {
    if (!readable(offset)) {
      return 0;
    }
    Optional<Field> result = result(offset);
    if (result.isPresent()) {
      List<Integer> words = map.offsets(result.get());
      long value = vectors.expected(shown, result.get());
      return value >> 32 * words.indexOf(offset & ~3) & 0xffff_ffffL;
    }
    return switch (offset & ~3) {
      case RegisterMap.ID -> RegisterMap.ID_VALUE;
      case RegisterMap.VERSION -> RegisterMap.VERSION_VALUE;
      case RegisterMap.CONTROL -> bit(enabled, RegisterMap.IRQ_ENABLE_BIT);
      case RegisterMap.STATUS ->
          bit(!busy, RegisterMap.READY_BIT) | bit(done, RegisterMap.DONE_BIT);
      default -> throw new IllegalStateException("no register at " + offset);
    };
  }

  private static long bit(boolean high, int place) {
    return high ? 1L << place : 0;
  }
}
