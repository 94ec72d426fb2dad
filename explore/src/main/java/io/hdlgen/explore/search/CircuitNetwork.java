package io.hdlgen.explore.search;

import io.hdlgen.explore.logic.Gate;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A circuit as an integer network: a thermometer feature with the levels that are read for each
 * feature of which some are, a step neuron a level, and a decision by gates.
 */
public final class CircuitNetwork {
  private final LogicCircuit circuit;
  private final InputLevels levels;
  private final List<InputFeature> features = new ArrayList<>();

  /** By signal: its literal. */
  private final long[] literals;

  private final List<AndInverterGraph.And> ands = new ArrayList<>();
  private int values;

  private CircuitNetwork(LogicCircuit circuit, InputLevels levels) {
    this.circuit = circuit;
    this.levels = levels;
    this.literals = new long[circuit.inputs() + LogicCircuit.CONSTANTS + circuit.gates().size()];
  }

  /**
   * The network, which gives every row the class that the circuit gives it.
   *
   * @param coding of all features; those that the circuit does not read are left out
   */
  public static IntegerNetwork of(
      String name,
      LogicCircuit circuit,
      InputLevels levels,
      InputCoding coding,
      List<String> classNames) {
    return new CircuitNetwork(circuit, levels).build(name, coding, classNames);
  }

  private IntegerNetwork build(String name, InputCoding coding, List<String> classNames) {
    inputs(coding);
    literals[circuit.constant(true)] = 1;
    for (int g = 0; g < circuit.gates().size(); g++) {
      literals[circuit.signal(g)] = literal(circuit.gates().get(g));
    }
    LongVector outputs =
        LongVector.of(circuit.outputs().stream().mapToLong(output -> literals[output]).toArray());
    Decision decision = new AndInverterGraph(values, ands, outputs, classNames.size() - 1);
    return new IntegerNetwork(name, features, List.of(steps()), decision, classNames);
  }

  private void inputs(InputCoding coding) {
    boolean[] live = circuit.live();
    for (int i = 0; i < levels.features(); i++) {
      List<Long> read = new ArrayList<>();
      for (int level = 1; level <= levels.levels(); level++) {
        int input = levels.input(i, level);
        if (live[input]) {
          read.add((long) level);
          values++;
          literals[input] = 2L * values;
        }
      }
      if (!read.isEmpty()) {
        features.add(thermometer(coding.features().get(i), read));
      }
    }
    if (values == 0) {
      // A network has a feature, even if one class is the answer to everything.
      values = 1;
      features.add(thermometer(coding.features().get(0), Collections.nCopies(1, 1L)));
    }
  }

  private static InputFeature thermometer(InputFeature grid, List<Long> levels) {
    return InputFeature.thermometer(
        grid, LongVector.of(levels.stream().mapToLong(Long::longValue).toArray()));
  }

  private DenseLayer steps() {
    long[][] weights = new long[values][values];
    long[][] thresholds = new long[values][1];
    for (int n = 0; n < values; n++) {
      weights[n][n] = 1;
      thresholds[n][0] = 1;
    }
    return new DenseLayer(
        "levels",
        LongMatrix.of(weights),
        LongVector.of(new long[values]),
        new Activation.MultiThreshold(0, 1, LongMatrix.of(thresholds)));
  }

  private long literal(Gate gate) {
    long a = literals[gate.a()];
    long b = literals[gate.b()];
    return switch (gate.kind()) {
      case INV -> a ^ 1;
      case NAND -> and(a, b) ^ 1;
      case NOR -> and(a ^ 1, b ^ 1);
      case AND -> and(a, b);
      case OR -> and(a ^ 1, b ^ 1) ^ 1;
      case XOR -> xor(a, b);
      case XNOR -> xor(a, b) ^ 1;
    };
  }

  private long xor(long a, long b) {
    return and(and(a, b) ^ 1, and(a ^ 1, b ^ 1) ^ 1);
  }

  private long and(long a, long b) {
    if (a == b) {
      return a;
    }
    ands.add(new AndInverterGraph.And(a, b));
    return 2L * (values + ands.size());
  }
}
