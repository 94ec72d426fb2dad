package io.hdlgen.hdl.netlist;

import io.hdlgen.quantizer.network.LongVector;
import java.math.BigInteger;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * One value of a module. Operands are indices of nodes in the same module; all but {@code
 * Register.next} lie before the node.
 *
 * <p>A node denotes an integer inside its {@link #range}; its bits are that integer in the range's
 * field. Nothing is extended implicitly: operands of {@link Add}, {@link Subtract}, {@link
 * Compare}, {@link Mux}, {@link And}, {@link Or} and {@link Xor} have equal widths.
 */
public sealed interface Node {
  /** Where the node comes from. */
  Origin origin();

  /** The values that the node can take. */
  Range range();

  /** Width of the field in bits. */
  default int width() {
    return range().width();
  }

  /** Indices of the nodes that this one reads. */
  List<Integer> operands();

  /** The same node, reading from other places. */
  Node withOperands(IntUnaryOperator place);

  <R> R accept(Visitor<R> visitor);

  /**
   * A node that keeps a value from one cycle to the next: its operands count at the clock's edge.
   */
  sealed interface State extends Node permits Register, Rom, Memory {}

  /** How two values are compared. */
  enum Comparison {
    EQUAL,
    LESS,
    GREATER_EQUAL
  }

  /** One method a kind: a new kind breaks the build where work is due. */
  interface Visitor<R> {
    R visit(Input node);

    R visit(Constant node);

    R visit(Add node);

    R visit(Subtract node);

    R visit(Multiply node);

    R visit(ShiftLeft node);

    R visit(Extend node);

    R visit(Slice node);

    R visit(Concat node);

    R visit(Not node);

    R visit(And node);

    R visit(Or node);

    R visit(Xor node);

    R visit(Mux node);

    R visit(Compare node);

    R visit(Table node);

    R visit(Register node);

    R visit(Rom node);

    R visit(Memory node);

    R visit(Instance node);

    R visit(InstanceOutput node);

    R visit(Output node);
  }

  /** A port into the module. */
  record Input(Origin origin, Range range, String name) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of();
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A fixed value. */
  record Constant(Origin origin, BigInteger value) implements Node {
    @Override
    public Range range() {
      return Range.single(value);
    }

    @Override
    public List<Integer> operands() {
      return List.of();
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code left + right}; operands are as wide as the node. */
  record Add(Origin origin, Range range, int left, int right) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(left, right);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Add(origin, range, place.applyAsInt(left), place.applyAsInt(right));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code left - right}; operands are as wide as the node. */
  record Subtract(Origin origin, Range range, int left, int right) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(left, right);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Subtract(origin, range, place.applyAsInt(left), place.applyAsInt(right));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code left * right}, of 64 bits at most; operands are as wide as the node. */
  record Multiply(Origin origin, Range range, int left, int right) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(left, right);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Multiply(origin, range, place.applyAsInt(left), place.applyAsInt(right));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code operand * 2^amount}; {@code amount} bits wider than the operand. */
  record ShiftLeft(Origin origin, Range range, int operand, int amount) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(operand);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new ShiftLeft(origin, range, place.applyAsInt(operand), amount);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The operand in a wider field; the one node whose width does not follow from its range. Filled
   * with the sign if the operand is signed, else with zeros.
   */
  record Extend(Origin origin, Range range, int operand, int width) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(operand);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Extend(origin, range, place.applyAsInt(operand), width);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The operand's bits {@code low .. low + width - 1}, read in the field of the node's range. */
  record Slice(Origin origin, Range range, int operand, int low) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(operand);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Slice(origin, range, place.applyAsInt(operand), low);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * The operands' bits side by side, the first one lowest, as an unsigned value.
   *
   * @param range as wide as the operands together; narrower than {@code [0, 2^width - 1]} where
   *     some patterns do not occur
   */
  record Concat(Origin origin, Range range, List<Integer> operands) implements Node {
    public Concat {
      operands = List.copyOf(operands);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Concat(origin, range, operands.stream().map(place::applyAsInt).toList());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Every bit of an unsigned operand turned. */
  record Not(Origin origin, Range range, int operand) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(operand);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Not(origin, range, place.applyAsInt(operand));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Bitwise and of unsigned operands. */
  record And(Origin origin, Range range, int left, int right) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(left, right);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new And(origin, range, place.applyAsInt(left), place.applyAsInt(right));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Bitwise or of unsigned operands. */
  record Or(Origin origin, Range range, int left, int right) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(left, right);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Or(origin, range, place.applyAsInt(left), place.applyAsInt(right));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Bitwise exclusive or of unsigned operands. */
  record Xor(Origin origin, Range range, int left, int right) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(left, right);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Xor(origin, range, place.applyAsInt(left), place.applyAsInt(right));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code select ? ifOne : ifZero}; both branches are as wide as the node. */
  record Mux(Origin origin, Range range, int select, int ifOne, int ifZero) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(select, ifOne, ifZero);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Mux(
          origin,
          range,
          place.applyAsInt(select),
          place.applyAsInt(ifOne),
          place.applyAsInt(ifZero));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * One bit: whether the comparison of the two integers holds. If one operand is signed, both are
   * read as two's complement, and an unsigned one has been extended so that its highest bit is 0.
   */
  record Compare(Origin origin, Comparison comparison, int left, int right) implements Node {
    @Override
    public Range range() {
      return Range.BIT;
    }

    @Override
    public List<Integer> operands() {
      return List.of(left, right);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Compare(origin, comparison, place.applyAsInt(left), place.applyAsInt(right));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * {@code values[index]}.
   *
   * @param index an unsigned node that never exceeds the last entry
   * @param values at least two entries, all inside the range
   */
  record Table(Origin origin, Range range, int index, LongVector values) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(index);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Table(origin, range, place.applyAsInt(index), values);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * What {@code next} was at the last rising edge of the clock at which {@code enable} was 1.
   *
   * @param next as wide as the node; may lie behind it
   * @param enable a one-bit node, which may lie behind this one, or {@link #ALWAYS}
   * @param reset the value that a synchronous reset sets, whatever {@code enable} is; null for none
   */
  record Register(Origin origin, Range range, int next, int enable, BigInteger reset)
      implements State {
    /** The place of no enable: the register follows {@code next} at every edge. */
    public static final int ALWAYS = -1;

    @Override
    public List<Integer> operands() {
      return enable == ALWAYS ? List.of(next) : List.of(next, enable);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Register(
          origin,
          range,
          place.applyAsInt(next),
          enable == ALWAYS ? ALWAYS : place.applyAsInt(enable),
          reset);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Read-only memory: {@code words[address]} as the address was at the last rising edge of the
   * clock. Before the first edge it may be anything inside its field.
   *
   * @param address an unsigned node of {@link Node#addressWidth} bits; beyond the last word it
   *     reads that one
   * @param words 1 to 4096, all inside the range, which has at most 1024 bits
   */
  record Rom(Origin origin, Range range, int address, List<BigInteger> words) implements State {
    public Rom {
      words = List.copyOf(words);
    }

    @Override
    public List<Integer> operands() {
      return List.of(address);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Rom(origin, range, place.applyAsInt(address), words);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A memory with one synchronous write port and one synchronous read port. At a rising edge of the
   * clock it shows what lay at {@code readAddress}, and then, if {@code writeEnable} is 1, puts
   * {@code writeData} to {@code writeAddress}. No reset.
   *
   * @param depth words, at least 1
   * @param initial the contents at the start, {@code depth} words inside the range; without any,
   *     they may be anything. A single word shows from the start, before any edge
   * @param writeEnable a one-bit node
   * @param writeAddress an unsigned node of {@link Node#addressWidth} bits; a write beyond the last
   *     word is lost
   * @param writeData a node as wide as this one, and inside its range
   * @param readAddress like {@code writeAddress}; beyond the last word the value may be anything
   */
  record Memory(
      Origin origin,
      Range range,
      int depth,
      List<BigInteger> initial,
      int writeEnable,
      int writeAddress,
      int writeData,
      int readAddress)
      implements State {
    public Memory {
      initial = List.copyOf(initial);
    }

    /** A memory that may hold anything at the start. */
    public Memory(
        Origin origin,
        Range range,
        int depth,
        int writeEnable,
        int writeAddress,
        int writeData,
        int readAddress) {
      this(origin, range, depth, List.of(), writeEnable, writeAddress, writeData, readAddress);
    }

    @Override
    public List<Integer> operands() {
      return List.of(writeEnable, writeAddress, writeData, readAddress);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Memory(
          origin,
          range,
          depth,
          initial,
          place.applyAsInt(writeEnable),
          place.applyAsInt(writeAddress),
          place.applyAsInt(writeData),
          place.applyAsInt(readAddress));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Bits of the address of a {@link Rom} or {@link Memory} of {@code depth} words. */
  static int addressWidth(int depth) {
    return Range.of(0, depth - 1).width();
  }

  /**
   * Another module of the netlist. The node itself has no value that is read; its outputs are.
   *
   * @param module the module's name
   * @param ports the module's data input ports, in its order
   * @param operands what is connected to them
   */
  record Instance(Origin origin, String module, List<String> ports, List<Integer> operands)
      implements Node {
    public Instance {
      ports = List.copyOf(ports);
      operands = List.copyOf(operands);
    }

    @Override
    public Range range() {
      return Range.BIT;
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Instance(origin, module, ports, operands.stream().map(place::applyAsInt).toList());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** An output port of an instance, with the range of that port. */
  record InstanceOutput(Origin origin, Range range, int instance, String port) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(instance);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new InstanceOutput(origin, range, place.applyAsInt(instance), port);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A port out of the module, as wide as its operand. */
  record Output(Origin origin, Range range, String name, int operand) implements Node {
    @Override
    public List<Integer> operands() {
      return List.of(operand);
    }

    @Override
    public Node withOperands(IntUnaryOperator place) {
      return new Output(origin, range, name, place.applyAsInt(operand));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
