package io.hdlgen.explore.tree;

/** How many rows of a node have each code of each feature, class by class. */
final class Histogram {
  private final CodeTable table;
  private final int classes;
  private final int[] offsets;
  private final int[] counts;

  private Histogram(CodeTable table, int[] offsets, int[] counts) {
    this.table = table;
    this.classes = table.classes();
    this.offsets = offsets;
    this.counts = counts;
  }

  /** An empty one. */
  static Histogram empty(CodeTable table) {
    int[] offsets = new int[table.features()];
    int size = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = size;
      size = Math.addExact(size, Math.multiplyExact(table.codes(i), table.classes()));
    }
    return new Histogram(table, offsets, new int[size]);
  }

  /** That of these rows, from {@code first} to before {@code last}. */
  Histogram ofRows(int[] rows, int first, int last) {
    int[] fresh = new int[counts.length];
    int[] labels = table.labels();
    for (int i = 0; i < offsets.length; i++) {
      int[] column = table.column(i);
      for (int r = first; r < last; r++) {
        fresh[offsets[i] + column[rows[r]] * classes + labels[rows[r]]]++;
      }
    }
    return new Histogram(table, offsets, fresh);
  }

  /** That of the rows of this one without those of the other; this one is used up. */
  Histogram minus(Histogram other) {
    for (int j = 0; j < counts.length; j++) {
      counts[j] -= other.counts[j];
    }
    return new Histogram(table, offsets, counts);
  }

  /** Adds the rows with this code to the counts, one a class; their number. */
  int addTo(int[] classCounts, int feature, int code) {
    int start = offsets[feature] + code * classes;
    int sum = 0;
    for (int k = 0; k < classes; k++) {
      classCounts[k] += counts[start + k];
      sum += counts[start + k];
    }
    return sum;
  }
}
