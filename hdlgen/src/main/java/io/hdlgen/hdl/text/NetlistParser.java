package io.hdlgen.hdl.text;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads the text form of a netlist. */
public final class NetlistParser {
  private final String source;

  private NetlistParser(String source) {
    this.source = source;
  }

  /**
   * Reads a netlist and verifies it.
   *
   * @param source where the text comes from, for messages
   * @throws InvalidInputException naming the line, if the text is no well-formed netlist
   */
  public static Netlist parse(String text, String source) {
    return new NetlistParser(source).parse(text.split("\n", -1));
  }

  private Netlist parse(String[] lines) {
    if (!lines[0].equals(NetlistWriter.HEADER)) {
      boolean newer = lines[0].matches("hdlgen-netlist ([2-9]|[1-9][0-9]+)");
      throw new InvalidInputException(
          source + ":1",
          "'" + lines[0] + "'" + (newer ? ", which needs a newer hdlgen" : ""),
          "'" + NetlistWriter.HEADER + "'");
    }
    List<HdlModule> modules = new ArrayList<>();
    String name = null;
    List<Node> nodes = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String place = source + ":" + (i + 1);
      if (lines[i].startsWith("module ")) {
        if (name != null) {
          modules.add(new HdlModule(name, nodes));
        }
        name = lines[i].substring("module ".length());
        nodes = new ArrayList<>();
      } else if (!lines[i].isEmpty()) {
        if (name == null) {
          throw new InvalidInputException(place, "'" + lines[i] + "'", "'module NAME'");
        }
        NetlistTokens tokens = new NetlistTokens(lines[i], place);
        Node node = node(tokens, nodes.size());
        tokens.expectSameAs(NetlistWriter.line(nodes.size(), node));
        nodes.add(node);
      }
    }
    if (name == null) {
      throw new InvalidInputException(source, "no module", "at least one 'module NAME'");
    }
    modules.add(new HdlModule(name, nodes));
    try {
      Netlist netlist = new Netlist(modules);
      NetlistVerifier.verify(netlist);
      return netlist;
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new InvalidInputException(source, e.getMessage(), "a well-formed netlist", e);
    }
  }

  private static Node node(NetlistTokens tokens, int index) {
    tokens.expect("%" + index);
    tokens.expect("=");
    String operation = tokens.word();
    Parts parts = Parts.read(tokens);
    return switch (operation) {
      case "input" -> new Node.Input(parts.origin, parts.range(tokens), parts.name(tokens, 0));
      case "constant" -> new Node.Constant(parts.origin, parts.number(tokens, 0));
      case "add" ->
          new Node.Add(
              parts.origin,
              parts.range(tokens),
              parts.operand(tokens, 0),
              parts.operand(tokens, 1));
      case "subtract" ->
          new Node.Subtract(
              parts.origin,
              parts.range(tokens),
              parts.operand(tokens, 0),
              parts.operand(tokens, 1));
      case "multiply" ->
          new Node.Multiply(
              parts.origin,
              parts.range(tokens),
              parts.operand(tokens, 0),
              parts.operand(tokens, 1));
      case "shift_left" ->
          new Node.ShiftLeft(
              parts.origin, parts.range(tokens), parts.operand(tokens, 0), parts.small(tokens));
      case "extend" ->
          new Node.Extend(
              parts.origin, parts.range(tokens), parts.operand(tokens, 0), parts.small(tokens));
      case "slice" ->
          new Node.Slice(
              parts.origin, parts.range(tokens), parts.operand(tokens, 0), parts.small(tokens));
      case "concat" -> new Node.Concat(parts.origin, parts.range(tokens), parts.operands);
      case "not" -> new Node.Not(parts.origin, parts.range(tokens), parts.operand(tokens, 0));
      case "and" ->
          new Node.And(
              parts.origin,
              parts.range(tokens),
              parts.operand(tokens, 0),
              parts.operand(tokens, 1));
      case "or" ->
          new Node.Or(
              parts.origin,
              parts.range(tokens),
              parts.operand(tokens, 0),
              parts.operand(tokens, 1));
      case "xor" ->
          new Node.Xor(
              parts.origin,
              parts.range(tokens),
              parts.operand(tokens, 0),
              parts.operand(tokens, 1));
      case "mux" ->
          new Node.Mux(
              parts.origin,
              parts.range(tokens),
              parts.operand(tokens, 0),
              parts.operand(tokens, 1),
              parts.operand(tokens, 2));
      case "equal" -> compare(Comparison.EQUAL, parts, tokens);
      case "less" -> compare(Comparison.LESS, parts, tokens);
      case "greater_equal" -> compare(Comparison.GREATER_EQUAL, parts, tokens);
      case "table" ->
          new Node.Table(
              parts.origin, parts.range(tokens), parts.operand(tokens, 0), parts.entries(tokens));
      case "register" ->
          new Node.Register(
              parts.origin,
              parts.range(tokens),
              parts.operand(tokens, 0),
              parts.operands.size() > 1 ? parts.operand(tokens, 1) : Node.Register.ALWAYS,
              parts.numbers.isEmpty() ? null : parts.number(tokens, 0));
      case "rom" ->
          new Node.Rom(parts.origin, parts.range(tokens), parts.operand(tokens, 0), parts.numbers);
      case "memory" ->
          new Node.Memory(
              parts.origin,
              parts.range(tokens),
              parts.small(tokens),
              parts.numbers.subList(1, parts.numbers.size()),
              parts.operand(tokens, 0),
              parts.operand(tokens, 1),
              parts.operand(tokens, 2),
              parts.operand(tokens, 3));
      case "instance" ->
          new Node.Instance(
              parts.origin, parts.name(tokens, 0), parts.ports(tokens), parts.operands);
      case "instance_output" ->
          new Node.InstanceOutput(
              parts.origin, parts.range(tokens), parts.operand(tokens, 0), parts.name(tokens, 0));
      case "output" ->
          new Node.Output(
              parts.origin, parts.range(tokens), parts.name(tokens, 0), parts.operand(tokens, 0));
      default -> throw tokens.error("'" + operation + "'", "the name of an operation");
    };
  }

  private static Node compare(Comparison comparison, Parts parts, NetlistTokens tokens) {
    return new Node.Compare(
        parts.origin, comparison, parts.operand(tokens, 0), parts.operand(tokens, 1));
  }

  /** What follows an operation's name: numbers, names and operands, a range, an origin. */
  private record Parts(
      List<BigInteger> numbers,
      List<String> names,
      List<Integer> operands,
      Range known,
      Origin origin) {

    static Parts read(NetlistTokens tokens) {
      List<BigInteger> numbers = new ArrayList<>();
      List<String> names = new ArrayList<>();
      List<Integer> operands = new ArrayList<>();
      Range range = null;
      while (!tokens.next("@")) {
        if (tokens.next(":")) {
          range = tokens.range();
        } else if (tokens.isOperand()) {
          operands.add(tokens.operand());
        } else if (tokens.isNumber()) {
          numbers.add(tokens.number());
        } else {
          names.add(tokens.name());
        }
      }
      return new Parts(numbers, names, operands, range, tokens.origin());
    }

    Range range(NetlistTokens tokens) {
      if (known == null) {
        throw tokens.error("no range", "': [min, max]'");
      }
      return known;
    }

    int operand(NetlistTokens tokens, int index) {
      return at(operands, index, tokens, "operand");
    }

    BigInteger number(NetlistTokens tokens, int index) {
      return at(numbers, index, tokens, "number");
    }

    List<String> ports(NetlistTokens tokens) {
      List<String> ports = names.subList(1, names.size());
      if (ports.size() != operands.size()) {
        throw tokens.error(
            ports.size() + " ports, " + operands.size() + " operands", "one operand a port");
      }
      return ports;
    }

    int small(NetlistTokens tokens) {
      return tokens.small(number(tokens, 0));
    }

    LongVector entries(NetlistTokens tokens) {
      for (BigInteger number : numbers) {
        if (number.bitLength() >= Long.SIZE) {
          throw tokens.error(number.toString(), "an entry of 64 bits");
        }
      }
      return LongVector.of(numbers.stream().mapToLong(BigInteger::longValue).toArray());
    }

    String name(NetlistTokens tokens, int index) {
      return at(names, index, tokens, "name");
    }

    private static <T> T at(List<T> list, int index, NetlistTokens tokens, String what) {
      if (index >= list.size()) {
        throw tokens.error(list.size() + " of them", what + " number " + (index + 1));
      }
      return list.get(index);
    }
  }
}
