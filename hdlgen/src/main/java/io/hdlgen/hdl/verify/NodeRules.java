package io.hdlgen.hdl.verify;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** The rule that each kind of node obeys: the result is the broken one, or null. */
final class NodeRules implements Node.Visitor<String> {
  /** What module and port names look like. */
  static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";

  /** Clock and reset, which are no nodes. */
  private static final List<String> IMPLICIT_PORTS = List.of("clk_i", "rst_i");

  private static final int MAX_PRODUCT_BITS = 64;

  private static final int MAX_ROM_BITS = 1024;

  private static final int MAX_ROM_WORDS = 4096;

  private final Netlist netlist;
  private final HdlModule module;
  private final Set<String> earlierModules;
  private final Set<String> ports;

  NodeRules(Netlist netlist, HdlModule module, Set<String> earlierModules, Set<String> ports) {
    this.netlist = netlist;
    this.module = module;
    this.earlierModules = earlierModules;
    this.ports = ports;
  }

  @Override
  public String visit(Node.Input node) {
    return port(node.name());
  }

  @Override
  public String visit(Node.Constant node) {
    return null;
  }

  @Override
  public String visit(Node.Add node) {
    return arithmetic(
        node, node.left(), node.right(), range(node.left()).plus(range(node.right())));
  }

  @Override
  public String visit(Node.Subtract node) {
    return arithmetic(
        node, node.left(), node.right(), range(node.left()).minus(range(node.right())));
  }

  /** A result may be wider than its operands need, but must be able to hold what they can give. */
  private String arithmetic(Node node, int left, int right, Range bound) {
    String widths = equalWidths(node.width(), left, right);
    if (widths != null) {
      return widths;
    }
    return overlaps(node.range(), bound);
  }

  @Override
  public String visit(Node.Multiply node) {
    return node.width() > MAX_PRODUCT_BITS
        ? "a product of %d bits, more than %d".formatted(node.width(), MAX_PRODUCT_BITS)
        : arithmetic(
            node, node.left(), node.right(), range(node.left()).times(range(node.right())));
  }

  @Override
  public String visit(Node.ShiftLeft node) {
    int width = module.node(node.operand()).width() + node.amount();
    if (node.amount() < 1 || node.width() != width) {
      return "%d bits, not %d".formatted(node.width(), width);
    }
    return within(node.range(), range(node.operand()).shiftLeft(node.amount()));
  }

  @Override
  public String visit(Node.Extend node) {
    if (node.width() <= module.node(node.operand()).width()) {
      return "does not extend";
    }
    return node.range().equals(range(node.operand())) ? null : "changes the range";
  }

  @Override
  public String visit(Node.Slice node) {
    int width = module.node(node.operand()).width();
    return node.low() < 0 || node.low() + node.width() > width
        ? "bits %d to %d of %d".formatted(node.low(), node.low() + node.width() - 1, width)
        : null;
  }

  @Override
  public String visit(Node.Concat node) {
    int width = node.operands().stream().mapToInt(index -> module.node(index).width()).sum();
    if (node.operands().isEmpty() || node.width() != width) {
      return "%d bits, not %d".formatted(node.width(), width);
    }
    return unsigned(node.range());
  }

  @Override
  public String visit(Node.Not node) {
    return bitwise(node, node.operands());
  }

  @Override
  public String visit(Node.And node) {
    return bitwise(node, node.operands());
  }

  @Override
  public String visit(Node.Or node) {
    return bitwise(node, node.operands());
  }

  @Override
  public String visit(Node.Xor node) {
    return bitwise(node, node.operands());
  }

  private String bitwise(Node node, List<Integer> operands) {
    for (int operand : operands) {
      if (range(operand).isSigned()) {
        return "bitwise on the signed %" + operand;
      }
      if (module.node(operand).width() != node.width()) {
        return widths(node.width(), operand);
      }
    }
    return unsigned(node.range());
  }

  @Override
  public String visit(Node.Mux node) {
    String select = bit(node.select());
    if (select != null) {
      return select;
    }
    String widths = equalWidths(node.width(), node.ifOne(), node.ifZero());
    if (widths != null) {
      return widths;
    }
    return overlaps(node.range(), range(node.ifOne()).union(range(node.ifZero())));
  }

  @Override
  public String visit(Node.Compare node) {
    int width = module.node(node.left()).width();
    String widths = equalWidths(width, node.left(), node.right());
    if (widths != null) {
      return widths;
    }
    if (range(node.left()).isSigned() || range(node.right()).isSigned()) {
      Range field = Range.signed(width);
      if (!field.contains(range(node.left())) || !field.contains(range(node.right()))) {
        return "an unsigned operand lacks its sign bit";
      }
    }
    return null;
  }

  @Override
  public String visit(Node.Table node) {
    Range index = range(node.index());
    if (index.isSigned() || index.max().compareTo(BigInteger.valueOf(node.values().size())) >= 0) {
      return "index " + index + " into " + node.values().size() + " entries";
    }
    if (node.values().size() < 2) {
      return "a table of one entry";
    }
    for (long value : node.values().toArray()) {
      if (!node.range().contains(BigInteger.valueOf(value))) {
        return "entry " + value + " outside " + node.range();
      }
    }
    return null;
  }

  @Override
  public String visit(Node.Register node) {
    if (node.enable() != Node.Register.ALWAYS && bit(node.enable()) != null) {
      return bit(node.enable());
    }
    if (module.node(node.next()).width() != node.width()) {
      return widths(node.width(), node.next());
    }
    if (node.reset() != null && !node.range().contains(node.reset())) {
      return "reset value " + node.reset() + " outside " + node.range();
    }
    return within(range(node.next()), node.range());
  }

  @Override
  public String visit(Node.Rom node) {
    int count = node.words().size();
    if (count < 1 || count > MAX_ROM_WORDS) {
      return "%d words, not 1 to %d".formatted(count, MAX_ROM_WORDS);
    }
    if (node.width() > MAX_ROM_BITS) {
      return "words of %d bits, more than %d".formatted(node.width(), MAX_ROM_BITS);
    }
    for (BigInteger word : node.words()) {
      if (!node.range().contains(word)) {
        return "word " + word + " outside " + node.range();
      }
    }
    return address(node.address(), count);
  }

  @Override
  public String visit(Node.Memory node) {
    if (node.depth() < 1) {
      return "a memory of " + node.depth() + " words";
    }
    if (!node.initial().isEmpty() && node.initial().size() != node.depth()) {
      return "%d words for a memory of %d".formatted(node.initial().size(), node.depth());
    }
    for (BigInteger word : node.initial()) {
      if (!node.range().contains(word)) {
        return "word " + word + " outside " + node.range();
      }
    }
    if (bit(node.writeEnable()) != null) {
      return bit(node.writeEnable());
    }
    for (int address : List.of(node.writeAddress(), node.readAddress())) {
      String problem = address(address, node.depth());
      if (problem != null) {
        return problem;
      }
    }
    if (module.node(node.writeData()).width() != node.width()) {
      return widths(node.width(), node.writeData());
    }
    return within(range(node.writeData()), node.range());
  }

  private String address(int index, int depth) {
    if (range(index).isSigned()) {
      return "the signed address %" + index;
    }
    int width = Node.addressWidth(depth);
    return module.node(index).width() == width ? null : widths(width, index);
  }

  @Override
  public String visit(Node.Instance node) {
    if (!earlierModules.contains(node.module()) || node.module().equals(module.name())) {
      return "instance of " + node.module() + ", which is no earlier module";
    }
    List<Node.Input> inputs = netlist.module(node.module()).inputs();
    if (!inputs.stream().map(Node.Input::name).toList().equals(node.ports())
        || node.operands().size() != inputs.size()) {
      return "ports differ from those of " + node.module();
    }
    for (int i = 0; i < inputs.size(); i++) {
      int operand = node.operands().get(i);
      if (module.node(operand).width() != inputs.get(i).width()) {
        return widths(inputs.get(i).width(), operand);
      }
      String outside = within(range(operand), inputs.get(i).range());
      if (outside != null) {
        return outside;
      }
    }
    return null;
  }

  @Override
  public String visit(Node.InstanceOutput node) {
    Node.Instance instance = (Node.Instance) module.node(node.instance());
    return netlist.module(instance.module()).outputs().stream()
            .anyMatch(
                output -> output.name().equals(node.port()) && output.range().equals(node.range()))
        ? null
        : "no such output of " + instance.module();
  }

  @Override
  public String visit(Node.Output node) {
    String port = port(node.name());
    if (port != null) {
      return port;
    }
    if (module.node(node.operand()).width() != node.width()) {
      return widths(node.width(), node.operand());
    }
    return within(range(node.operand()), node.range());
  }

  private String port(String name) {
    if (!name.matches(IDENTIFIER) || IMPLICIT_PORTS.contains(name)) {
      return "'" + name + "' is no name for a port";
    }
    return ports.add(name) ? null : "a second port " + name;
  }

  private Range range(int index) {
    return module.node(index).range();
  }

  private String bit(int index) {
    return Range.BIT.contains(range(index)) ? null : "%" + index + " is no bit";
  }

  private String equalWidths(int width, int left, int right) {
    if (module.node(left).width() != width) {
      return widths(width, left);
    }
    return module.node(right).width() == width ? null : widths(width, right);
  }

  private String widths(int width, int operand) {
    return "%d bits wanted, but %%%d has %d"
        .formatted(width, operand, module.node(operand).width());
  }

  private static String within(Range inner, Range outer) {
    return outer.contains(inner) ? null : inner + " does not lie in " + outer;
  }

  private static String overlaps(Range range, Range bound) {
    return range.min().compareTo(bound.max()) <= 0 && bound.min().compareTo(range.max()) <= 0
        ? null
        : "range " + range + " is disjoint from " + bound;
  }

  private static String unsigned(Range range) {
    return range.isSigned() ? "signed range " + range : null;
  }
}
