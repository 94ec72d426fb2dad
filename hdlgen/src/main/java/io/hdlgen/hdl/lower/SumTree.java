package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Adds up shifted, signed operands in a tree of two-operand adders of least depth: always the two
 * shallowest, and among those the narrowest, operands are added next.
 */
public final class SumTree {
  private static final Comparator<Operand> ORDER =
      Comparator.comparingInt(Operand::depth)
          .thenComparingInt(Operand::width)
          .thenComparingInt(Operand::sequence);

  private final ModuleBuilder builder;
  private final Origin origin;
  private final PriorityQueue<Operand> queue = new PriorityQueue<>(ORDER);
  private int sequence;

  /**
   * An empty sum.
   *
   * @param origin of every adder in the tree
   */
  public SumTree(ModuleBuilder builder, Origin origin) {
    this.builder = builder;
    this.origin = origin;
  }

  /** {@code +- node * 2^shift}, which is there after {@code depth} adders. */
  private record Operand(
      int node, int shift, boolean negative, int depth, int width, int sequence) {}

  /** Adds {@code node * 2^shift}, or its negative; {@code depth} counts the adders behind it. */
  public SumTree plus(int node, int shift, boolean negative, int depth) {
    int width = builder.node(node).width() + shift;
    queue.add(new Operand(node, shift, negative, depth, width, sequence++));
    return this;
  }

  /** Adds {@code node * factor}. */
  SumTree plusScaled(int node, BigInteger factor, int depth) {
    for (SignedDigits.Digit digit : SignedDigits.of(factor)) {
      plus(node, digit.shift(), digit.negative(), depth);
    }
    return this;
  }

  /** Builds the adders; the node of the sum plus {@code constant}. */
  public int build(BigInteger constant) {
    if (queue.isEmpty()) {
      return builder.constant(origin, constant);
    }
    while (queue.size() > 1) {
      combine(queue.poll(), queue.poll());
    }
    Operand sum = queue.poll();
    int node = builder.shiftLeft(origin, sum.node(), sum.shift());
    if (sum.negative()) {
      return builder.subtract(origin, builder.constant(origin, constant), node);
    }
    return switch (constant.signum()) {
      case 0 -> node;
      case 1 -> builder.add(origin, node, builder.constant(origin, constant));
      default -> builder.subtract(origin, node, builder.constant(origin, constant.negate()));
    };
  }

  private void combine(Operand a, Operand b) {
    int shift = Math.min(a.shift(), b.shift());
    int left = builder.shiftLeft(origin, a.node(), a.shift() - shift);
    int right = builder.shiftLeft(origin, b.node(), b.shift() - shift);
    int node;
    if (a.negative() == b.negative()) {
      node = builder.add(origin, left, right);
    } else if (a.negative()) {
      node = builder.subtract(origin, right, left);
    } else {
      node = builder.subtract(origin, left, right);
    }
    plus(node, shift, a.negative() && b.negative(), Math.max(a.depth(), b.depth()) + 1);
  }

  /** {@code factor * node + constant}, with its exact range. */
  public static int affine(
      ModuleBuilder builder, Origin origin, int node, BigInteger factor, BigInteger constant) {
    int sum = new SumTree(builder, origin).plusScaled(node, factor, 0).build(constant);
    Range scaled = LinearForm.scaled(builder.range(node), factor);
    return builder.known(sum, scaled.plus(Range.single(constant)));
  }

  /** The plain sum of unsigned nodes. */
  static int sum(ModuleBuilder builder, Origin origin, List<Integer> nodes) {
    SumTree tree = new SumTree(builder, origin);
    nodes.forEach(node -> tree.plus(node, 0, false, 0));
    return tree.build(BigInteger.ZERO);
  }
}
