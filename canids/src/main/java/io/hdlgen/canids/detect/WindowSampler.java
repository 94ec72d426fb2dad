package io.hdlgen.canids.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * Keeps some windows of each class, each as likely as any other of its class: reservoir sampling
 * (Vitter, "Random Sampling with a Reservoir", ACM TOMS 1985, algorithm R). Where there are few,
 * all are kept.
 */
final class WindowSampler {
  private final int[] capacities;
  private final long[] seen;
  private final List<List<byte[]>> kept = new ArrayList<>();
  private final RandomGenerator random;

  /**
   * A sampler.
   *
   * @param capacities windows to keep, one a class
   */
  WindowSampler(int[] capacities, RandomGenerator random) {
    this.capacities = capacities.clone();
    this.seen = new long[capacities.length];
    this.random = random;
    for (int k = 0; k < capacities.length; k++) {
      kept.add(new ArrayList<>());
    }
  }

  void add(int[] codes, int classIndex) {
    List<byte[]> windows = kept.get(classIndex);
    seen[classIndex]++;
    if (windows.size() < capacities[classIndex]) {
      windows.add(bytes(codes));
      return;
    }
    long place = (long) (random.nextDouble() * seen[classIndex]);
    if (place < windows.size()) {
      windows.set((int) place, bytes(codes));
    }
  }

  /** Windows met so far, kept or not, one number a class. */
  long[] seen() {
    return seen.clone();
  }

  /** Windows kept, {@code [rows][features]}, class after class. */
  double[][] features() {
    return kept.stream().flatMap(List::stream).map(WindowSampler::numbers).toArray(double[][]::new);
  }

  /** Codes have at most 8 bits. */
  private static byte[] bytes(int[] codes) {
    byte[] bytes = new byte[codes.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) codes[i];
    }
    return bytes;
  }

  private static double[] numbers(byte[] codes) {
    double[] numbers = new double[codes.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Byte.toUnsignedInt(codes[i]);
    }
    return numbers;
  }

  /** Their classes, {@code [rows]}. */
  int[] labels() {
    int[] labels = new int[kept.stream().mapToInt(List::size).sum()];
    int row = 0;
    for (int k = 0; k < kept.size(); k++) {
      Arrays.fill(labels, row, row + kept.get(k).size(), k);
      row += kept.get(k).size();
    }
    return labels;
  }
}
