package io.hdlgen.explore.yield;

import io.hdlgen.explore.sensor.Converter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What the converter of one port reads in all rows. Rows are sorted by their value, so that a
 * comparator that moves is looked at only in the rows that it moves across.
 */
final class PortReading {
  private final Converter converter;
  private final double[] sorted;
  private final int[] order;
  private final int[] boundaries;
  private final long[] fields;
  private final long[][] planes;

  /**
   * @param bits width of the port
   * @param values {@code [rows]}
   */
  PortReading(Converter converter, int bits, double[] values) {
    this.converter = converter;
    order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> values[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    sorted = Arrays.stream(order).mapToDouble(row -> values[row]).toArray();
    double[] thresholds = converter.thresholds();
    boundaries = Arrays.stream(thresholds).mapToInt(this::boundary).toArray();
    fields = Arrays.stream(values).mapToLong(value -> converter.field(value, thresholds)).toArray();
    planes = new long[bits][(values.length + Long.SIZE - 1) / Long.SIZE];
    for (int row = 0; row < values.length; row++) {
      flip(planes, row, fields[row]);
    }
  }

  /** How many of the sorted rows lie on a threshold's side of lower values. */
  private int boundary(double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean below =
          converter.falling() ? sorted[middle] <= threshold : sorted[middle] < threshold;
      if (below) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void flip(long[][] planes, int row, long bits) {
    for (int b = 0; b < planes.length; b++) {
      planes[b][row >> 6] ^= (bits >>> b & 1) << row;
    }
  }

  /** The bits of the port, {@code [bits][words]}; not to be written to. */
  long[][] planes() {
    return planes;
  }

  /** The same with other thresholds, one a comparator. */
  long[][] planes(double[] thresholds) {
    long[][] moved = Arrays.stream(planes).map(long[]::clone).toArray(long[][]::new);
    long[] current = fields.clone();
    for (int i = 0; i < thresholds.length; i++) {
      int boundary = boundary(thresholds[i]);
      boolean lost = (boundary > boundaries[i]) != converter.falling();
      long weight = converter.comparators().get(i).weight();
      long change = lost ? -weight : weight;
      int last = Math.max(boundary, boundaries[i]);
      for (int k = Math.min(boundary, boundaries[i]); k < last; k++) {
        int row = order[k];
        long next = converter.plus(current[row], change);
        flip(moved, row, current[row] ^ next);
        current[row] = next;
      }
    }
    return moved;
  }
}
