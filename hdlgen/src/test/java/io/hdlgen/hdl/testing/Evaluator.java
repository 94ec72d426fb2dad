package io.hdlgen.hdl.testing;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates a module without registers and instances, and checks that every value lies in the range
 * of its node.
 */
public final class Evaluator implements Node.Visitor<BigInteger> {
  private final HdlModule module;
  private final Map<String, Long> inputs;
  private final List<BigInteger> values = new ArrayList<>();

  private Evaluator(HdlModule module, Map<String, Long> inputs) {
    this.module = module;
    this.inputs = inputs;
  }

  /** Value of every output port, by name. */
  public static Map<String, Long> outputs(HdlModule module, Map<String, Long> inputs) {
    List<BigInteger> values = values(module, inputs);
    Map<String, Long> outputs = new LinkedHashMap<>();
    for (Node.Output output : module.outputs()) {
      outputs.put(output.name(), values.get(output.operand()).longValueExact());
    }
    return outputs;
  }

  /** Value of every node. */
  public static List<BigInteger> values(HdlModule module, Map<String, Long> inputs) {
    Evaluator evaluator = new Evaluator(module, inputs);
    for (int index = 0; index < module.nodes().size(); index++) {
      Node node = module.node(index);
      BigInteger value = node.accept(evaluator);
      if (!node.range().contains(value)) {
        throw new AssertionError(
            "%%%d (%s) is %s, outside %s"
                .formatted(index, node.origin().describe(), value, node.range()));
      }
      evaluator.values.add(value);
    }
    return evaluator.values;
  }

  private BigInteger value(int index) {
    return values.get(index);
  }

  private BigInteger bits(int index) {
    return value(index).and(Range.unsigned(module.node(index).width()).max());
  }

  /** What the bits mean in a node's field. */
  private static BigInteger read(BigInteger value, Node node) {
    int width = node.width();
    BigInteger bits = value.and(Range.unsigned(width).max());
    return node.range().isSigned() && bits.testBit(width - 1)
        ? bits.subtract(BigInteger.ONE.shiftLeft(width))
        : bits;
  }

  @Override
  public BigInteger visit(Node.Input node) {
    return BigInteger.valueOf(inputs.get(node.name()));
  }

  @Override
  public BigInteger visit(Node.Constant node) {
    return node.value();
  }

  @Override
  public BigInteger visit(Node.Add node) {
    return read(value(node.left()).add(value(node.right())), node);
  }

  @Override
  public BigInteger visit(Node.Subtract node) {
    return read(value(node.left()).subtract(value(node.right())), node);
  }

  @Override
  public BigInteger visit(Node.Multiply node) {
    return read(value(node.left()).multiply(value(node.right())), node);
  }

  @Override
  public BigInteger visit(Node.ShiftLeft node) {
    return value(node.operand()).shiftLeft(node.amount());
  }

  @Override
  public BigInteger visit(Node.Extend node) {
    return value(node.operand());
  }

  @Override
  public BigInteger visit(Node.Slice node) {
    return read(bits(node.operand()).shiftRight(node.low()), node);
  }

  @Override
  public BigInteger visit(Node.Concat node) {
    BigInteger bits = BigInteger.ZERO;
    int low = 0;
    for (int operand : node.operands()) {
      bits = bits.or(bits(operand).shiftLeft(low));
      low += module.node(operand).width();
    }
    return bits;
  }

  @Override
  public BigInteger visit(Node.Not node) {
    return Range.unsigned(node.width()).max().subtract(value(node.operand()));
  }

  @Override
  public BigInteger visit(Node.And node) {
    return value(node.left()).and(value(node.right()));
  }

  @Override
  public BigInteger visit(Node.Or node) {
    return value(node.left()).or(value(node.right()));
  }

  @Override
  public BigInteger visit(Node.Xor node) {
    return value(node.left()).xor(value(node.right()));
  }

  @Override
  public BigInteger visit(Node.Mux node) {
    return value(value(node.select()).signum() == 0 ? node.ifZero() : node.ifOne());
  }

  @Override
  public BigInteger visit(Node.Compare node) {
    int order = value(node.left()).compareTo(value(node.right()));
    boolean holds =
        switch (node.comparison()) {
          case EQUAL -> order == 0;
          case LESS -> order < 0;
          case GREATER_EQUAL -> order >= 0;
        };
    return holds ? BigInteger.ONE : BigInteger.ZERO;
  }

  @Override
  public BigInteger visit(Node.Table node) {
    return BigInteger.valueOf(node.values().get(value(node.index()).intValueExact()));
  }

  @Override
  public BigInteger visit(Node.Register node) {
    throw new IllegalArgumentException("a register");
  }

  @Override
  public BigInteger visit(Node.Rom node) {
    throw new IllegalArgumentException("a read-only memory");
  }

  @Override
  public BigInteger visit(Node.Memory node) {
    throw new IllegalArgumentException("a memory");
  }

  @Override
  public BigInteger visit(Node.Instance node) {
    throw new IllegalArgumentException("an instance");
  }

  @Override
  public BigInteger visit(Node.InstanceOutput node) {
    throw new IllegalArgumentException("the output of an instance");
  }

  @Override
  public BigInteger visit(Node.Output node) {
    return value(node.operand());
  }
}
