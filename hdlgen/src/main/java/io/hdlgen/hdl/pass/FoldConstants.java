package io.hdlgen.hdl.pass;

import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/**
 * Puts constants in the place of nodes whose value is known, and drops operations with a neutral
 * operand: {@code x + 0}, {@code x * 1}, comparisons that ranges decide, choices that are made.
 */
public final class FoldConstants extends RewritePass {
  public FoldConstants() {
    super("fold-constants", Folder::new);
  }

  private static final class Folder extends ModuleRewriter {
    private int folded(Node node, int rebuilt) {
      Range range = builder().range(rebuilt);
      return range.isSingle() && !(builder().node(rebuilt) instanceof Node.Constant)
          ? builder().constant(node.origin(), range.min())
          : rebuilt;
    }

    private boolean is(int original, BigInteger value) {
      return range(original).isSingle() && range(original).min().equals(value);
    }

    @Override
    public Integer visit(Node.Add node) {
      if (is(node.left(), BigInteger.ZERO)) {
        return instead(node.right(), node.range());
      }
      if (is(node.right(), BigInteger.ZERO)) {
        return instead(node.left(), node.range());
      }
      return folded(node, super.visit(node));
    }

    @Override
    public Integer visit(Node.Subtract node) {
      if (is(node.right(), BigInteger.ZERO)) {
        return instead(node.left(), node.range());
      }
      return folded(node, super.visit(node));
    }

    @Override
    public Integer visit(Node.Multiply node) {
      if (is(node.left(), BigInteger.ONE)) {
        return instead(node.right(), node.range());
      }
      if (is(node.right(), BigInteger.ONE)) {
        return instead(node.left(), node.range());
      }
      return folded(node, super.visit(node));
    }

    @Override
    public Integer visit(Node.Slice node) {
      if (range(node.operand()).isSingle()) {
        BigInteger field = Range.unsigned(node.width()).max();
        BigInteger bits = range(node.operand()).min().shiftRight(node.low()).and(field);
        boolean negative = node.range().isSigned() && bits.testBit(node.width() - 1);
        return builder()
            .constant(node.origin(), negative ? bits.subtract(field.add(BigInteger.ONE)) : bits);
      }
      return folded(node, super.visit(node));
    }

    @Override
    public Integer visit(Node.Concat node) {
      BigInteger bits = BigInteger.ZERO;
      int low = 0;
      for (int operand : node.operands()) {
        int width = width(operand);
        if (!range(operand).isSingle()) {
          return super.visit(node);
        }
        bits = bits.or(range(operand).min().and(Range.unsigned(width).max()).shiftLeft(low));
        low += width;
      }
      return builder().constant(node.origin(), bits);
    }

    @Override
    public Integer visit(Node.Not node) {
      if (range(node.operand()).isSingle()) {
        BigInteger ones = Range.unsigned(node.width()).max();
        return builder().constant(node.origin(), ones.subtract(range(node.operand()).min()));
      }
      return super.visit(node);
    }

    @Override
    public Integer visit(Node.And node) {
      BigInteger ones = Range.unsigned(node.width()).max();
      if (is(node.left(), BigInteger.ZERO) || is(node.right(), ones)) {
        return field(node.left());
      }
      if (is(node.right(), BigInteger.ZERO) || is(node.left(), ones)) {
        return field(node.right());
      }
      return super.visit(node);
    }

    @Override
    public Integer visit(Node.Or node) {
      BigInteger ones = Range.unsigned(node.width()).max();
      if (is(node.right(), BigInteger.ZERO) || is(node.left(), ones)) {
        return field(node.left());
      }
      if (is(node.left(), BigInteger.ZERO) || is(node.right(), ones)) {
        return field(node.right());
      }
      return super.visit(node);
    }

    @Override
    public Integer visit(Node.Mux node) {
      if (is(node.select(), BigInteger.ONE) || value(node.ifOne()) == value(node.ifZero())) {
        return instead(node.ifOne(), node.range());
      }
      if (is(node.select(), BigInteger.ZERO)) {
        return instead(node.ifZero(), node.range());
      }
      if (is(node.ifOne(), BigInteger.ONE) && is(node.ifZero(), BigInteger.ZERO)) {
        return value(node.select());
      }
      if (is(node.ifOne(), BigInteger.ZERO) && is(node.ifZero(), BigInteger.ONE)) {
        return builder().not(node.origin(), value(node.select()));
      }
      return folded(node, super.visit(node));
    }

    @Override
    public Integer visit(Node.Compare node) {
      Range left = range(node.left());
      Range right = range(node.right());
      boolean below = left.max().compareTo(right.min()) < 0;
      boolean above = left.min().compareTo(right.max()) > 0;
      boolean notBelow = left.min().compareTo(right.max()) >= 0;
      Boolean known =
          switch (node.comparison()) {
            case EQUAL -> below || above ? Boolean.FALSE : same(node) ? Boolean.TRUE : null;
            case LESS -> below ? Boolean.TRUE : notBelow || same(node) ? Boolean.FALSE : null;
            case GREATER_EQUAL ->
                notBelow || same(node) ? Boolean.TRUE : below ? Boolean.FALSE : null;
          };
      return known == null
          ? super.visit(node)
          : Integer.valueOf(builder().constant(node.origin(), known ? 1 : 0));
    }

    /** Whether both operands are sure to be equal. */
    private boolean same(Node.Compare node) {
      Range left = range(node.left());
      return value(node.left()) == value(node.right())
          || (left.isSingle() && left.equals(range(node.right())));
    }

    @Override
    public Integer visit(Node.Table node) {
      if (range(node.index()).isSingle()) {
        int entry = range(node.index()).min().intValueExact();
        return builder().constant(node.origin(), node.values().get(entry));
      }
      return folded(node, super.visit(node));
    }
  }
}
