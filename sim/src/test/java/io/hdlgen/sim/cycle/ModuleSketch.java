package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Builds modules by hand for tests; operands are widened as the netlist wants it. */
public final class ModuleSketch {
  private final String name;
  private final List<Node> nodes = new ArrayList<>();

  public ModuleSketch(String name) {
    this.name = name;
  }

  public HdlModule build() {
    return new HdlModule(name, nodes);
  }

  public int size() {
    return nodes.size();
  }

  public Node node(int index) {
    return nodes.get(index);
  }

  public int add(Node node) {
    nodes.add(node);
    return nodes.size() - 1;
  }

  private Origin origin(String role) {
    return Origin.of(role + nodes.size());
  }

  public Range range(int index) {
    return nodes.get(index).range();
  }

  public int input(String port, Range range) {
    return add(new Node.Input(Origin.of(port), range, port));
  }

  public int output(String port, int operand) {
    Node from = nodes.get(operand);
    Range range =
        from.width() == from.range().width()
            ? from.range()
            : from.range().isSigned() ? Range.signed(from.width()) : Range.unsigned(from.width());
    return add(new Node.Output(Origin.of(port), range, port, operand));
  }

  public int constant(BigInteger value) {
    return add(new Node.Constant(origin("c"), value));
  }

  public int constant(long value) {
    return constant(BigInteger.valueOf(value));
  }

  public int extend(int operand, int width) {
    return nodes.get(operand).width() == width
        ? operand
        : add(new Node.Extend(origin("x"), range(operand), operand, width));
  }

  public int add(int left, int right) {
    Range range = range(left).plus(range(right));
    int width = widest(range, left, right);
    Range field = width == range.width() ? range : full(range.isSigned(), width);
    return add(new Node.Add(origin("add"), field, extend(left, width), extend(right, width)));
  }

  public int subtract(int left, int right) {
    Range range = range(left).minus(range(right));
    int width = widest(range, left, right);
    Range field = width == range.width() ? range : full(range.isSigned(), width);
    return add(new Node.Subtract(origin("sub"), field, extend(left, width), extend(right, width)));
  }

  private int widest(Range range, int left, int right) {
    return Math.max(range.width(), Math.max(nodes.get(left).width(), nodes.get(right).width()));
  }

  private static Range full(boolean signed, int width) {
    return signed ? Range.signed(width) : Range.unsigned(width);
  }

  public int multiply(int left, int right) {
    Range range = range(left).times(range(right));
    int width = widest(range, left, right);
    Range field = width == range.width() ? range : full(range.isSigned(), width);
    return add(new Node.Multiply(origin("mul"), field, extend(left, width), extend(right, width)));
  }

  public int rom(int address, Range range, List<BigInteger> words) {
    return add(new Node.Rom(origin("rom"), range, address, words));
  }

  public int memory(
      Range range, int depth, int writeEnable, int writeAddress, int writeData, int readAddress) {
    return memory(range, depth, List.of(), writeEnable, writeAddress, writeData, readAddress);
  }

  public int memory(
      Range range,
      int depth,
      List<BigInteger> initial,
      int writeEnable,
      int writeAddress,
      int writeData,
      int readAddress) {
    return add(
        new Node.Memory(
            origin("mem"),
            range,
            depth,
            initial,
            writeEnable,
            writeAddress,
            writeData,
            readAddress));
  }

  public int shiftLeft(int operand, int amount) {
    Node from = nodes.get(operand);
    Range range = full(from.range().isSigned(), from.width() + amount);
    return add(new Node.ShiftLeft(origin("shl"), range, operand, amount));
  }

  public int slice(int operand, int low, Range range) {
    return add(new Node.Slice(origin("s"), range, operand, low));
  }

  public int concat(List<Integer> operands) {
    int width = operands.stream().mapToInt(i -> nodes.get(i).width()).sum();
    return add(new Node.Concat(origin("cat"), Range.unsigned(width), operands));
  }

  public int not(int operand) {
    return add(new Node.Not(origin("not"), Range.unsigned(nodes.get(operand).width()), operand));
  }

  public int and(int left, int right) {
    Range range = Range.unsigned(nodes.get(left).width());
    return add(new Node.And(origin("and"), range, left, right));
  }

  public int or(int left, int right) {
    Range range = Range.unsigned(nodes.get(left).width());
    return add(new Node.Or(origin("or"), range, left, right));
  }

  public int xor(int left, int right) {
    Range range = Range.unsigned(nodes.get(left).width());
    return add(new Node.Xor(origin("xor"), range, left, right));
  }

  public int mux(int select, int ifOne, int ifZero) {
    Range range = range(ifOne).union(range(ifZero));
    int width = widest(range, ifOne, ifZero);
    Range field = width == range.width() ? range : full(range.isSigned(), width);
    return add(
        new Node.Mux(origin("mux"), field, select, extend(ifOne, width), extend(ifZero, width)));
  }

  public int compare(Node.Comparison comparison, int left, int right) {
    int width = widest(range(left).union(range(right)), left, right);
    return add(
        new Node.Compare(origin("cmp"), comparison, extend(left, width), extend(right, width)));
  }

  public int table(int index, long... values) {
    long min = java.util.Arrays.stream(values).min().orElseThrow();
    long max = java.util.Arrays.stream(values).max().orElseThrow();
    return add(new Node.Table(origin("t"), Range.of(min, max), index, LongVector.of(values)));
  }

  /** A register whose next value is set later by {@link #connect}. */
  public int register(Range range, BigInteger reset) {
    return add(new Node.Register(origin("r"), range, nodes.size(), Node.Register.ALWAYS, reset));
  }

  public void connect(int register, int next, int enable) {
    Node.Register from = (Node.Register) nodes.get(register);
    nodes.set(register, new Node.Register(from.origin(), from.range(), next, enable, from.reset()));
  }

  public int instance(HdlModule module, List<Integer> operands) {
    List<String> ports = module.inputs().stream().map(Node.Input::name).toList();
    return add(new Node.Instance(origin("u"), module.name(), ports, operands));
  }

  public int instanceOutput(int instance, Node.Output port) {
    return add(new Node.InstanceOutput(origin("o"), port.range(), instance, port.name()));
  }
}
