package io.hdlgen.explore.yield;

import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.SlicedNetlist;
import io.hdlgen.boards.printed.StuckGates;
import io.hdlgen.explore.sensor.Converter;
import io.hdlgen.explore.sensor.Converters;
import io.hdlgen.quantizer.network.InputFeature;
import java.util.List;

/**
 * A printed classifier behind its converters, and labelled rows of real values to try it on. A row
 * is right where the circuit's class is its label; a code that is no class is wrong.
 *
 * <p>Immutable, for use by any number of threads.
 */
public final class TrialCircuit {
  private static final double ALLOWED_LOSS = 0.01;

  private final SlicedNetlist sliced;
  private final Converters converters;
  private final int classPort;
  private final double[][] values;
  private final int[] labels;
  private final int words;
  private final long[][] faultFreeInputs;
  private final long[][] labelPlanes;
  private final long[] decidable;
  private final StuckGates sound;
  private final int right;

  /**
   * @param netlist the classifier
   * @param classPort its output port that gives the class
   * @param features the feature of each of its input ports
   * @param values {@code [rows][ports]}, at least one row; not copied
   * @param labels {@code [rows]}, class indices from 0
   */
  public TrialCircuit(
      GateNetlist netlist,
      String classPort,
      List<InputFeature> features,
      double[][] values,
      int[] labels) {
    if (values.length == 0 || values.length != labels.length) {
      throw new IllegalArgumentException(values.length + " rows, " + labels.length + " labels");
    }
    this.sliced = new SlicedNetlist(netlist);
    this.converters = Converters.of(netlist, features);
    this.classPort = port(netlist, classPort);
    this.values = values;
    this.labels = labels.clone();
    this.words = (labels.length + Long.SIZE - 1) / Long.SIZE;
    this.labelPlanes = new long[netlist.outputs().get(this.classPort).nets().size()][words];
    this.decidable = new long[words];
    for (int r = 0; r < labels.length; r++) {
      spread(labels[r], r, labelPlanes, 0, labelPlanes.length);
      if (labels[r] >= 0 && labels[r] >> Math.min(labelPlanes.length, Integer.SIZE - 1) == 0) {
        decidable[r >> 6] |= 1L << r;
      }
    }
    this.sound = new StuckGates(netlist.gates().size());
    this.faultFreeInputs = inputs(converters.thresholds());
    this.right = right(sound);
  }

  private static int port(GateNetlist netlist, String name) {
    for (int p = 0; p < netlist.outputs().size(); p++) {
      if (netlist.outputs().get(p).name().equals(name)) {
        return p;
      }
    }
    throw new IllegalArgumentException("no output port " + name);
  }

  private static void spread(long bits, int row, long[][] planes, int first, int count) {
    for (int b = 0; b < count; b++) {
      planes[first + b][row >> 6] |= (bits >>> b & 1) << row;
    }
  }

  /** What the circuit reads when its comparators have these thresholds. */
  private long[][] inputs(double[][] thresholds) {
    long[][] planes = new long[sliced.inputBits()][words];
    int first = 0;
    for (int p = 0; p < thresholds.length; p++) {
      Converter converter = converters.list().get(p);
      int bits = netlist().inputs().get(p).nets().size();
      for (int r = 0; r < values.length; r++) {
        spread(converter.field(values[r][p], thresholds[p]), r, planes, first, bits);
      }
      first += bits;
    }
    return planes;
  }

  /** The classifier. */
  public GateNetlist netlist() {
    return sliced.netlist();
  }

  /** What stands in front of it. */
  public Converters converters() {
    return converters;
  }

  /** Number of rows. */
  public int rows() {
    return values.length;
  }

  /** Rows that are right when nothing is wrong. */
  public int right() {
    return right;
  }

  /** Rows that are right with stuck gates. */
  public int right(StuckGates stuck) {
    return right(faultFreeInputs, stuck);
  }

  /**
   * Rows that are right when comparators have other thresholds.
   *
   * @param thresholds {@code [ports][comparators]}, in the order of {@link #converters}
   */
  public int right(double[][] thresholds) {
    return right(inputs(thresholds), sound);
  }

  private int right(long[][] inputs, StuckGates stuck) {
    long[][] classes = sliced.evaluate(inputs, words, classPort, stuck);
    int count = 0;
    for (int w = 0; w < words; w++) {
      long same = decidable[w];
      for (int b = 0; b < classes.length; b++) {
        same &= ~(classes[b][w] ^ labelPlanes[b][w]);
      }
      count += Long.bitCount(same);
    }
    return count;
  }

  /** So many rows among all, as a fraction. */
  public double accuracy(int count) {
    return (double) count / labels.length;
  }

  /** The fewest right rows of a circuit that works: at most a point of accuracy is lost. */
  int leastRight() {
    return (int) Math.ceil(right - ALLOWED_LOSS * labels.length - 1e-9);
  }
}
