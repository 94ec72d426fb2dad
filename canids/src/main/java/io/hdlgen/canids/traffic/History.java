package io.hdlgen.canids.traffic;

/** The last frames of the vehicle, for an attacker who records. */
final class History {
  private static final int SIZE = 4096;

  private final long[] timesNs = new long[SIZE];
  private final long[] data = new long[SIZE];
  private final int[] ids = new int[SIZE];
  private final int[] lengths = new int[SIZE];
  private long count;

  void add(long timeNs, int id, int length, long bytes) {
    int i = (int) (count++ & SIZE - 1);
    timesNs[i] = timeNs;
    ids[i] = id;
    lengths[i] = length;
    data[i] = bytes;
  }

  /** Frames that it ever had; the last {@link #SIZE} of them are there. */
  long count() {
    return count;
  }

  /** The number of the first frame from then on that is still there. */
  long firstSince(long timeNs) {
    long number = Math.max(0, count - SIZE);
    while (number < count && timeNs(number) < timeNs) {
      number++;
    }
    return number;
  }

  long timeNs(long number) {
    return timesNs[(int) (number & SIZE - 1)];
  }

  int id(long number) {
    return ids[(int) (number & SIZE - 1)];
  }

  int length(long number) {
    return lengths[(int) (number & SIZE - 1)];
  }

  long data(long number) {
    return data[(int) (number & SIZE - 1)];
  }
}
