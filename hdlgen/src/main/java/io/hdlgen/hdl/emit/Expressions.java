package io.hdlgen.hdl.emit;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.verilog.CodeBlock;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Verilog expressions for the nodes of a module. */
final class Expressions implements Node.Visitor<CodeBlock> {
  private final HdlModule module;
  private final List<String> names;

  Expressions(HdlModule module, List<String> names) {
    this.module = module;
    this.names = names;
  }

  /** How a node is written where it is read: its name, or what it computes. */
  CodeBlock read(int index) {
    String name = names.get(index);
    return name != null ? CodeBlock.of("$N", name) : module.node(index).accept(this);
  }

  /** What a node computes. */
  CodeBlock definition(Node node) {
    return node.accept(this);
  }

  /** The bits of a value: {@code 6'h3c}. */
  static CodeBlock bits(int width, BigInteger value) {
    return CodeBlock.of("$L'h$L", width, value.and(Range.unsigned(width).max()).toString(16));
  }

  /** {@code 5'd12}, {@code -5'sd4}. */
  static CodeBlock literal(int width, BigInteger value) {
    return value.signum() < 0
        ? CodeBlock.of("-$L'sd$L", width, value.negate())
        : CodeBlock.of("$L'd$L", width, value);
  }

  @Override
  public CodeBlock visit(Node.Input node) {
    throw new IllegalStateException("the port " + node.name() + " has a name");
  }

  @Override
  public CodeBlock visit(Node.Constant node) {
    return literal(node.width(), node.value());
  }

  @Override
  public CodeBlock visit(Node.Add node) {
    return CodeBlock.of("$L + $L", read(node.left()), read(node.right()));
  }

  @Override
  public CodeBlock visit(Node.Subtract node) {
    return CodeBlock.of("$L - $L", read(node.left()), read(node.right()));
  }

  /**
   * Operands are as wide as the product, and read as signed if one is: from that synthesis sees how
   * narrow they were, and takes a multiplier of that size.
   */
  @Override
  public CodeBlock visit(Node.Multiply node) {
    boolean signed =
        module.node(node.left()).range().isSigned() || module.node(node.right()).range().isSigned();
    return CodeBlock.of("$L * $L", signable(node.left(), signed), signable(node.right(), signed));
  }

  @Override
  public CodeBlock visit(Node.ShiftLeft node) {
    return CodeBlock.of("{$L, $L'd0}", inBraces(node.operand()), node.amount());
  }

  @Override
  public CodeBlock visit(Node.Extend node) {
    Node operand = module.node(node.operand());
    if (operand instanceof Node.Constant constant) {
      return literal(node.width(), constant.value());
    }
    int extra = node.width() - operand.width();
    CodeBlock value = inBraces(node.operand());
    if (!node.range().isSigned()) {
      return CodeBlock.of("{$L'd0, $L}", extra, value);
    }
    int source = VerilogNames.signSource(module, node.operand());
    int sourceWidth = module.node(source).width();
    CodeBlock sign =
        sourceWidth == 1 ? read(source) : CodeBlock.of("$L[$L]", read(source), sourceWidth - 1);
    return extra == 1
        ? CodeBlock.of("{$L, $L}", sign, value)
        : CodeBlock.of("{{$L{$L}}, $L}", extra, sign, value);
  }

  /** How a node is written between the braces of a concatenation: a shift needs none of its own. */
  private CodeBlock inBraces(int index) {
    return names.get(index) == null && module.node(index) instanceof Node.ShiftLeft shift
        ? CodeBlock.of("$L, $L'd0", inBraces(shift.operand()), shift.amount())
        : read(index);
  }

  @Override
  public CodeBlock visit(Node.Slice node) {
    CodeBlock operand = read(node.operand());
    int width = node.width();
    if (width == module.node(node.operand()).width()) {
      return operand;
    }
    return width == 1
        ? CodeBlock.of("$L[$L]", operand, node.low())
        : CodeBlock.of("$L[$L:$L]", operand, node.low() + width - 1, node.low());
  }

  @Override
  public CodeBlock visit(Node.Concat node) {
    List<String> parts = new ArrayList<>();
    node.operands().forEach(operand -> parts.add(read(operand).toString()));
    if (parts.size() == 1) {
      return CodeBlock.of("$L", parts.get(0));
    }
    Collections.reverse(parts);
    return CodeBlock.of("{$L}", Lines.wrap(parts, ", "));
  }

  @Override
  public CodeBlock visit(Node.Not node) {
    boolean inPlace = names.get(node.operand()) == null;
    if (inPlace && module.node(node.operand()) instanceof Node.Not twice) {
      // Icarus reads no "~~".
      return read(twice.operand());
    }
    return CodeBlock.of("~$L", read(node.operand()));
  }

  @Override
  public CodeBlock visit(Node.And node) {
    return CodeBlock.of("$L & $L", read(node.left()), read(node.right()));
  }

  @Override
  public CodeBlock visit(Node.Or node) {
    return CodeBlock.of("$L | $L", read(node.left()), read(node.right()));
  }

  @Override
  public CodeBlock visit(Node.Xor node) {
    return CodeBlock.of("$L ^ $L", read(node.left()), read(node.right()));
  }

  @Override
  public CodeBlock visit(Node.Mux node) {
    return CodeBlock.of(
        "$L ? $L : $L", read(node.select()), read(node.ifOne()), read(node.ifZero()));
  }

  @Override
  public CodeBlock visit(Node.Compare node) {
    String operator =
        switch (node.comparison()) {
          case EQUAL -> "==";
          case LESS -> "<";
          case GREATER_EQUAL -> ">=";
        };
    boolean signed =
        module.node(node.left()).range().isSigned() || module.node(node.right()).range().isSigned();
    return CodeBlock.of(
        "$L $L $L", signable(node.left(), signed), operator, signable(node.right(), signed));
  }

  private CodeBlock signable(int index, boolean signed) {
    if (!signed) {
      return read(index);
    }
    Node node = module.node(index);
    if (names.get(index) == null && node.range().isSingle()) {
      BigInteger value = node.range().min();
      String sign = value.signum() < 0 ? "-" : "";
      return CodeBlock.of("$L$L'sd$L", sign, node.width(), value.abs());
    }
    return CodeBlock.of("$$signed($L)", read(index));
  }

  @Override
  public CodeBlock visit(Node.Table node) {
    return read(node.index());
  }

  @Override
  public CodeBlock visit(Node.Register node) {
    return read(node.next());
  }

  @Override
  public CodeBlock visit(Node.Rom node) {
    return read(node.address());
  }

  @Override
  public CodeBlock visit(Node.Memory node) {
    return read(node.writeData());
  }

  @Override
  public CodeBlock visit(Node.Instance node) {
    throw new IllegalStateException("an instance is no expression");
  }

  @Override
  public CodeBlock visit(Node.InstanceOutput node) {
    throw new IllegalStateException("the output of an instance has a name");
  }

  @Override
  public CodeBlock visit(Node.Output node) {
    return read(node.operand());
  }
}
