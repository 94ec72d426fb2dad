package io.hdlgen.hdl.text;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints a netlist in its text form, which {@link NetlistParser} reads back to an equal netlist.
 *
 * <pre>
 * hdlgen-netlist 1
 * module net_l0
 *   %0 = input "x0_i" : [0, 15] @ l0 - in
 *   %1 = constant 3 @ l0 n0 sum
 *   %2 = add %0 %1 : [3, 18] @ l0 n0 sum
 * </pre>
 */
public final class NetlistWriter implements Node.Visitor<String> {
  /** The first line of every text. */
  static final String HEADER = "hdlgen-netlist 1";

  private static final NetlistWriter WRITER = new NetlistWriter();

  private NetlistWriter() {}

  /** The text; the same netlist gives the same text. */
  public static String write(Netlist netlist) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (HdlModule module : netlist.modules()) {
      text.append("module ").append(module.name()).append('\n');
      for (int index = 0; index < module.nodes().size(); index++) {
        text.append(line(index, module.node(index))).append('\n');
      }
    }
    return text.toString();
  }

  /** The line of one node. */
  static String line(int index, Node node) {
    return "  %" + index + " = " + node.accept(WRITER) + " @ " + origin(node.origin());
  }

  private static String origin(Origin origin) {
    return (origin.layer() == Origin.NONE ? "-" : "l" + origin.layer())
        + (origin.neuron() == Origin.NONE ? " - " : " n" + origin.neuron() + " ")
        + origin.role();
  }

  private static String range(Range range) {
    return " : [" + range.min() + ", " + range.max() + "]";
  }

  private static String list(List<Integer> operands) {
    return operands.stream().map(operand -> " %" + operand).collect(Collectors.joining());
  }

  private static String plain(String operation, Node node) {
    return operation + list(node.operands()) + range(node.range());
  }

  private static String quoted(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public String visit(Node.Input node) {
    return "input " + quoted(node.name()) + range(node.range());
  }

  @Override
  public String visit(Node.Constant node) {
    return "constant " + node.value();
  }

  @Override
  public String visit(Node.Add node) {
    return plain("add", node);
  }

  @Override
  public String visit(Node.Subtract node) {
    return plain("subtract", node);
  }

  @Override
  public String visit(Node.Multiply node) {
    return plain("multiply", node);
  }

  @Override
  public String visit(Node.ShiftLeft node) {
    return "shift_left " + node.amount() + plain("", node);
  }

  @Override
  public String visit(Node.Extend node) {
    return "extend " + node.width() + plain("", node);
  }

  @Override
  public String visit(Node.Slice node) {
    return "slice " + node.low() + plain("", node);
  }

  @Override
  public String visit(Node.Concat node) {
    return plain("concat", node);
  }

  @Override
  public String visit(Node.Not node) {
    return plain("not", node);
  }

  @Override
  public String visit(Node.And node) {
    return plain("and", node);
  }

  @Override
  public String visit(Node.Or node) {
    return plain("or", node);
  }

  @Override
  public String visit(Node.Xor node) {
    return plain("xor", node);
  }

  @Override
  public String visit(Node.Mux node) {
    return plain("mux", node);
  }

  @Override
  public String visit(Node.Compare node) {
    return switch (node.comparison()) {
          case EQUAL -> "equal";
          case LESS -> "less";
          case GREATER_EQUAL -> "greater_equal";
        }
        + list(node.operands());
  }

  @Override
  public String visit(Node.Table node) {
    StringBuilder values = new StringBuilder("table");
    for (long value : node.values().toArray()) {
      values.append(' ').append(value);
    }
    return plain(values.toString(), node);
  }

  @Override
  public String visit(Node.Register node) {
    String reset = node.reset() == null ? "register" : "register " + node.reset();
    return plain(reset, node);
  }

  @Override
  public String visit(Node.Rom node) {
    StringBuilder words = new StringBuilder("rom");
    node.words().forEach(word -> words.append(' ').append(word));
    return plain(words.toString(), node);
  }

  @Override
  public String visit(Node.Memory node) {
    StringBuilder words = new StringBuilder("memory ").append(node.depth());
    node.initial().forEach(word -> words.append(' ').append(word));
    return plain(words.toString(), node);
  }

  @Override
  public String visit(Node.Instance node) {
    StringBuilder text = new StringBuilder("instance ").append(node.module());
    for (int i = 0; i < node.ports().size(); i++) {
      text.append(' ').append(quoted(node.ports().get(i)));
      text.append(" %").append(node.operands().get(i));
    }
    return text.toString();
  }

  @Override
  public String visit(Node.InstanceOutput node) {
    return "instance_output " + quoted(node.port()) + plain("", node);
  }

  @Override
  public String visit(Node.Output node) {
    return "output " + quoted(node.name()) + plain("", node);
  }
}
