package io.hdlgen.hdl.estimate;

import io.hdlgen.hdl.netlist.Node;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Flip-flops and memories of a design: what they are made of, and what they take of the logic. */
final class Storage {
  private final LogicGraph graph;
  private final Fabric fabric;
  private final List<Integer> sinks;
  private final int reset;

  /** By number of the flip-flop: the literal that it always has. */
  private final Map<Integer, Integer> known;

  private final Map<Integer, Integer> constants = new HashMap<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private int numbered;
  private long flipFlops;
  private long blockRams;
  private long ramLuts;

  /**
   * @param sinks gets the literals that flip-flops and memories take
   * @param known by number of the flip-flop: the constant that it is known to be
   */
  Storage(LogicGraph graph, Fabric fabric, List<Integer> sinks, Map<Integer, Integer> known) {
    this.graph = graph;
    this.fabric = fabric;
    this.sinks = sinks;
    this.known = known;
    reset = graph.source();
  }

  long flipFlops() {
    return flipFlops;
  }

  long blockRams() {
    return blockRams;
  }

  /** Look-up tables that serve as memory. */
  long ramLuts() {
    return ramLuts;
  }

  /** The flip-flops, by number, that turned out to be constants. */
  Map<Integer, Integer> constants() {
    return constants;
  }

  /** Outputs of flip-flops whose inputs come later. */
  int[] outputs(int width) {
    int[] outputs = new int[width];
    for (int i = 0; i < width; i++) {
      Integer constant = known.get(numbered);
      if (constant == null) {
        outputs[i] = graph.source();
        numbers.put(outputs[i], numbered);
      } else {
        outputs[i] = constant;
      }
      numbered++;
    }
    return outputs;
  }

  /**
   * Flip-flops.
   *
   * @param outputs as {@link #outputs} gave them
   * @param value what a reset sets; null for none
   */
  void register(int[] outputs, int[] next, int enable, BigInteger value) {
    boolean resets = value != null;
    boolean any = false;
    for (int i = 0; i < outputs.length; i++) {
      if (LogicGraph.isConstant(outputs[i])) {
        continue;
      }
      int initial = resets ? LogicGraph.constant(value.testBit(i)) : next[i];
      if (next[i] == initial && LogicGraph.isConstant(initial)) {
        constants.put(numbers.get(outputs[i]), initial);
      }
      any = true;
      flipFlops++;
      if (fabric.clockEnable()) {
        sinks.add(next[i]);
      } else {
        int data = graph.mux(enable, next[i], outputs[i]);
        sinks.add(resets ? graph.mux(reset, initial, data) : data);
      }
    }
    if (any && fabric.clockEnable()) {
      sinks.add(resets && enable != LogicGraph.TRUE ? graph.or(enable, reset) : enable);
    }
  }

  /** A read-only memory; gives its outputs. */
  int[] rom(int[] address, int width, List<BigInteger> words) {
    int depth = 1 << address.length;
    long bits = (long) depth * width;
    long blocks = fabric.blockRam().map(block -> block.blocks(depth, width)).orElse(0L);
    if (blocks > 0
        && blocks * fabric.blockRam().orElseThrow().cost() < bits * BlockRam.READ_ONLY_BIT) {
      blockRams += blocks;
      sink(address);
      return sources(width);
    }
    int[] read =
        new Selection(graph, address, width)
            .of(words.size(), (word, bit) -> LogicGraph.constant(words.get(word).testBit(bit)));
    return clocked(read);
  }

  /** A memory that is written; gives its outputs. */
  int[] memory(
      Node.Memory node, int writeEnable, int[] writeAddress, int[] writeData, int[] readAddress) {
    int width = node.width();
    int depth = node.depth();
    double gates = (double) width * depth;
    long blocks = fabric.blockRam().map(block -> block.blocks(depth, width)).orElse(0L);
    // A bit each for what is read while it is written, which block RAM leaves to logic.
    double blockCost = blocks * fabric.blockRam().map(BlockRam::cost).orElse(0.0) + width;
    long cells = fabric.lutRam().map(ram -> ram.cells(depth, width)).orElse(0L);
    double cellCost = cells * fabric.lutRam().map(LutRam::cost).orElse(0.0);
    boolean inCells = cells > 0 && cellCost < gates && (blocks == 0 || cellCost <= blockCost);
    if (depth > 1 && (inCells || (blocks > 0 && blockCost < gates))) {
      sink(writeAddress);
      sink(writeData);
      sink(readAddress);
      sinks.add(writeEnable);
      if (inCells) {
        ramLuts += cells * fabric.lutRam().orElseThrow().luts();
        return clocked(sources(width));
      }
      blockRams += blocks;
      return sources(width);
    }
    int[][] words = new int[depth][];
    for (int word = 0; word < depth; word++) {
      int chosen = writeEnable;
      for (int i = 0; i < writeAddress.length && depth > 1; i++) {
        int bit = writeAddress[i];
        chosen = graph.and(chosen, (word >> i & 1) != 0 ? bit : LogicGraph.not(bit));
      }
      words[word] = outputs(width);
      register(words[word], writeData, chosen, null);
    }
    if (depth == 1) {
      return words[0];
    }
    return clocked(
        new Selection(graph, readAddress, width).of(depth, (word, bit) -> words[word][bit]));
  }

  /** A register behind values: one flip-flop for each different one that is no constant. */
  private int[] clocked(int[] values) {
    Map<Integer, Integer> outputs = new HashMap<>();
    return IntStream.of(values)
        .map(
            literal ->
                LogicGraph.isConstant(literal)
                    ? literal
                    : outputs.computeIfAbsent(literal, this::flipFlop))
        .toArray();
  }

  private int flipFlop(int data) {
    flipFlops++;
    sinks.add(data);
    return graph.source();
  }

  private void sink(int[] literals) {
    for (int literal : literals) {
      sinks.add(literal);
    }
  }

  private int[] sources(int width) {
    return IntStream.range(0, width).map(i -> graph.source()).toArray();
  }
}
