package io.hdlgen.hdl.estimate;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Which additions of a module Yosys ({@code alumacc}) joins to one sum of many terms: an unsigned
 * addition that only another addition reads, and that cannot overflow its field.
 */
final class SumTerms {
  private final HdlModule module;
  private final int[] uses;
  private final List<List<Term>> terms = new ArrayList<>();
  private final boolean[] joined;

  /** A node that is added or taken away. */
  record Term(int node, boolean negative) {}

  SumTerms(HdlModule module) {
    this.module = module;
    int size = module.nodes().size();
    uses = new int[size];
    joined = new boolean[size];
    for (Node node : module.nodes()) {
      node.operands().forEach(operand -> uses[operand]++);
    }
    for (Node node : module.nodes()) {
      if (node instanceof Node.Add add) {
        terms.add(join(add.left(), false, add.right(), false));
      } else if (node instanceof Node.Subtract subtract) {
        terms.add(join(subtract.left(), false, subtract.right(), true));
      } else {
        terms.add(List.of());
      }
    }
  }

  /** The terms of an addition or subtraction. */
  List<Term> of(int node) {
    return terms.get(node);
  }

  /** Whether a node is computed only within the sum that reads it. */
  boolean isJoined(int node) {
    return joined[node];
  }

  private List<Term> join(int left, boolean leftNegative, int right, boolean rightNegative) {
    List<Term> all = new ArrayList<>();
    append(all, left, leftNegative);
    append(all, right, rightNegative);
    return all;
  }

  private void append(List<Term> all, int operand, boolean negative) {
    int child = operand;
    boolean single = uses[child] == 1;
    if (module.node(child) instanceof Node.Extend extend && !extend.range().isSigned()) {
      child = extend.operand();
      single &= uses[child] == 1;
    }
    if (single && module.node(child) instanceof Node.Add && fits(child)) {
      joined[child] = true;
      for (int path = operand; path != child; path = ((Node.Extend) module.node(path)).operand()) {
        joined[path] = true;
      }
      terms.get(child).forEach(term -> all.add(new Term(term.node(), negative)));
    } else {
      all.add(new Term(operand, negative));
    }
  }

  /** Whether the terms, whatever their bits, stay inside of the field. */
  private boolean fits(int sum) {
    BigInteger most = BigInteger.ZERO;
    for (Term term : terms.get(sum)) {
      Node node = module.node(term.node());
      int width =
          node instanceof Node.Extend extend && !extend.range().isSigned()
              ? module.node(extend.operand()).width()
              : node.width();
      most = most.add(BigInteger.ONE.shiftLeft(width)).subtract(BigInteger.ONE);
    }
    return most.bitLength() <= module.node(sum).width();
  }
}
