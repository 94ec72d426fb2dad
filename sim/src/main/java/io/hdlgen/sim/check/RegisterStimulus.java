package io.hdlgen.sim.check;

import io.hdlgen.hdl.signature.Register;
import io.hdlgen.hdl.signature.RegisterMap;
import io.hdlgen.hdl.signature.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a processor writes and reads: the features of an inference, in any order and in pieces, and
 * between them what must have no effect.
 */
final class RegisterStimulus {
  private static final int ALL = 0xf;

  private final Signature signature;
  private final RegisterMap map;
  private final Vectors vectors;
  private final Random random;
  private final long[] planned;
  private final boolean[] known;

  RegisterStimulus(Signature signature, Vectors vectors, Random random) {
    this.signature = signature;
    this.map = signature.registers().orElseThrow();
    this.vectors = vectors;
    this.random = random;
    this.planned = new long[signature.inputs().size()];
    this.known = new boolean[planned.length];
  }

  /** No feature holds anything that is known. */
  void forget() {
    Arrays.fill(known, false);
  }

  /** Offsets of all words that hold results. */
  List<Integer> results() {
    return map.registers().stream()
        .filter(register -> register.access().reads() && !register.field().isEmpty())
        .map(Register::offset)
        .toList();
  }

  /** A write that starts the inference of a vector. */
  BusWrite start(int vector, boolean interrupt) {
    long bits = 1L << RegisterMap.START_BIT | bit(interrupt, RegisterMap.IRQ_ENABLE_BIT);
    return new BusWrite(RegisterMap.CONTROL, bits, ALL, vector);
  }

  /** The shortest way to the features of a vector: whole words, and only those that differ. */
  List<BusWrite> features(int vector) {
    List<BusWrite> writes = new ArrayList<>();
    for (int i = 0; i < planned.length; i++) {
      long bits = vectors.inputBits(vector, i);
      if (!known[i] || planned[i] != bits) {
        writes.add(new BusWrite(offset(i), bits, ALL, -1));
      }
      plan(i, bits);
    }
    return writes;
  }

  /** The same in any order, in pieces, with noise wherever it must not matter. */
  List<BusWrite> featuresAtRandom(int vector) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, planned.length).boxed().toList());
    Collections.shuffle(order, random);
    List<BusWrite> writes = new ArrayList<>();
    for (int feature : order) {
      while (random.nextInt(6) == 0) {
        writes.add(idle());
      }
      if (random.nextInt(4) == 0) {
        writes.add(new BusWrite(offset(feature), random.nextLong(), random.nextInt(16), -1));
        known[feature] = false;
      }
      pieces(writes, feature, vectors.inputBits(vector, feature));
      plan(feature, vectors.inputBits(vector, feature));
    }
    return writes;
  }

  /** One to four writes that leave {@code bits} in a feature. */
  private void pieces(List<BusWrite> writes, int feature, long bits) {
    long mask = BitFields.mask(signature.inputs().get(feature).width());
    int left = 0;
    for (int part = 0; part < 4; part++) {
      long bytes = 0xffL << 8 * part & mask;
      boolean differs = !known[feature] || ((planned[feature] ^ bits) & bytes) != 0;
      left |= bytes != 0 && (differs || random.nextBoolean()) ? 1 << part : 0;
    }
    while (left != 0) {
      int strobes = random.nextBoolean() ? left : left & random.nextInt(16);
      long written = 0;
      for (int part = 0; part < 4; part++) {
        written |= (strobes >> part & 1) != 0 ? 0xffL << 8 * part : 0;
      }
      written &= mask;
      long data = random.nextLong() & ~written | bits & written;
      int address = offset(feature) + random.nextInt(4);
      writes.add(new BusWrite(address, data & 0xffff_ffffL, strobes, -1));
      left &= ~strobes;
    }
  }

  /** A write that neither starts anything nor changes a feature. */
  BusWrite idle() {
    long data = random.nextLong() & 0xffff_ffffL;
    long start = 1L << RegisterMap.START_BIT;
    return switch (random.nextInt(6)) {
      case 0 -> new BusWrite(RegisterMap.CONTROL, data & ~start, random.nextInt(16), -1);
      case 1 -> new BusWrite(RegisterMap.CONTROL, data | start, random.nextInt(16) & ~1, -1);
      case 2 -> new BusWrite(RegisterMap.STATUS, data, random.nextInt(16), -1);
      case 3 -> new BusWrite(offset(random.nextInt(planned.length)), data, 0, -1);
      default -> new BusWrite(unwritable(), data, random.nextInt(16), -1);
    };
  }

  private int unwritable() {
    int offset = random.nextInt(1 << map.addressBits());
    boolean writable =
        map.registers().stream()
            .anyMatch(register -> register.offset() == (offset & ~3) && register.access().writes());
    return writable ? RegisterMap.ID : offset;
  }

  /**
   * An address to read from.
   *
   * @param results whether results can be read
   */
  int anyAddress(boolean results) {
    int offset =
        random.nextInt(3) == 0
            ? random.nextInt(1 << map.addressBits())
            : map.registers().get(random.nextInt(map.registers().size())).offset();
    boolean result = results().contains(offset & ~3);
    return random.nextInt(3) == 0 || (result && !results) ? RegisterMap.STATUS : offset;
  }

  private void plan(int feature, long bits) {
    planned[feature] = bits;
    known[feature] = true;
  }

  private int offset(int feature) {
    return map.firstFeature() + 4 * feature;
  }

  private static long bit(boolean high, int place) {
    return high ? 1L << place : 0;
  }
}
