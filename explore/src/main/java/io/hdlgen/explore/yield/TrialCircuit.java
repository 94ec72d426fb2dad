package io.hdlgen.explore.yield;

import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.SlicedNetlist;
import io.hdlgen.boards.printed.StuckGates;
import io.hdlgen.explore.sensor.Converters;
import io.hdlgen.flow.synth.PortRows;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

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
  private final List<PortReading> ports;
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
   * @param values {@code [rows][ports]}, at least one row
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
    this.ports =
        IntStream.range(0, features.size()).mapToObj(p -> reading(netlist, p, values)).toList();
    this.labels = labels.clone();
    this.words = (labels.length + Long.SIZE - 1) / Long.SIZE;
    this.labelPlanes = new long[netlist.outputs().get(this.classPort).nets().size()][words];
    this.decidable = new long[words];
    for (int r = 0; r < labels.length; r++) {
      for (int b = 0; b < labelPlanes.length; b++) {
        labelPlanes[b][r >> 6] |= (labels[r] >>> b & 1L) << r;
      }
      if (labels[r] >= 0 && labels[r] >> Math.min(labelPlanes.length, Integer.SIZE - 1) == 0) {
        decidable[r >> 6] |= 1L << r;
      }
    }
    this.sound = new StuckGates(netlist.gates().size());
    this.faultFreeInputs = inputs(p -> ports.get(p).planes());
    this.right = right(sound);
  }

  /**
   * The mapped circuit of a design that gives a class.
   *
   * @param signature of the design
   * @param network that the design was made of
   * @param values {@code [rows][features]}
   * @param labels {@code [rows]}, class indices
   */
  public static TrialCircuit of(
      GateNetlist netlist,
      Signature signature,
      IntegerNetwork network,
      double[][] values,
      int[] labels) {
    int[] features = PortRows.features(netlist, signature);
    return new TrialCircuit(
        netlist,
        signature.outputs().get(0).port(),
        Arrays.stream(features).mapToObj(network.inputs()::get).toList(),
        Arrays.stream(values)
            .map(row -> Arrays.stream(features).mapToDouble(feature -> row[feature]).toArray())
            .toArray(double[][]::new),
        labels);
  }

  private static int port(GateNetlist netlist, String name) {
    for (int p = 0; p < netlist.outputs().size(); p++) {
      if (netlist.outputs().get(p).name().equals(name)) {
        return p;
      }
    }
    throw new IllegalArgumentException("no output port " + name);
  }

  private PortReading reading(GateNetlist netlist, int port, double[][] values) {
    return new PortReading(
        converters.list().get(port),
        netlist.inputs().get(port).nets().size(),
        Arrays.stream(values).mapToDouble(row -> row[port]).toArray());
  }

  private long[][] inputs(IntFunction<long[][]> reading) {
    return IntStream.range(0, ports.size())
        .mapToObj(reading)
        .flatMap(Arrays::stream)
        .toArray(long[][]::new);
  }

  /** The classifier. */
  public GateNetlist netlist() {
    return sliced.netlist();
  }

  /** Which of its output ports gives the class. */
  public int classPort() {
    return classPort;
  }

  /** What stands in front of it. */
  public Converters converters() {
    return converters;
  }

  /** Number of rows. */
  public int rows() {
    return labels.length;
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
    return right(inputs(p -> ports.get(p).planes(thresholds[p])), sound);
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

  /** The classes that are answered on the rows when nothing is wrong. */
  public BitSet answered() {
    long[][] classes = sliced.evaluate(faultFreeInputs, words, classPort, sound);
    BitSet answered = new BitSet();
    for (int r = 0; r < labels.length; r++) {
      answered.set(SlicedNetlist.code(classes, r));
    }
    return answered;
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
