package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Range;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** Lowers the nodes of one instance to words; renaming nodes cost nothing. */
final class WordLowering implements Node.Visitor<Words> {
  private final ProgramBuilder builder;
  private final WordArithmetic arithmetic;
  private final WordWiring wiring;
  private final HdlModule module;
  private final Words[] words;
  private final Map<String, Words> connected;
  private final Map<Integer, Flattening.Scope> children;

  /**
   * @param connected what drives the input ports; null at the top
   * @param children the instances so far, by node
   */
  WordLowering(
      ProgramBuilder builder,
      HdlModule module,
      Words[] words,
      Map<String, Words> connected,
      Map<Integer, Flattening.Scope> children) {
    this.builder = builder;
    this.arithmetic = new WordArithmetic(builder);
    this.wiring = new WordWiring(builder, arithmetic);
    this.module = module;
    this.words = words;
    this.connected = connected;
    this.children = children;
  }

  /** Connects a register, once all nodes of the instance have words. */
  void connect(Node.Register node, Words register) {
    Words next = fit(words[node.next()], node.range());
    int enable = node.enable() == Node.Register.ALWAYS ? -1 : words[node.enable()].places()[0];
    for (int k = 0; k < register.places().length; k++) {
      builder.connect(register.places()[k], arithmetic.word(next, k), enable);
    }
  }

  @Override
  public Words visit(Node.Input node) {
    if (connected != null) {
      return fit(connected.get(node.name()), node.range());
    }
    int[] places = new int[Words.count(node.range())];
    for (int k = 0; k < places.length; k++) {
      places[k] = builder.input();
    }
    return of(places, node.range());
  }

  @Override
  public Words visit(Node.Constant node) {
    int[] places = new int[Words.count(node.range())];
    for (int k = 0; k < places.length; k++) {
      places[k] = builder.constant(Words.word(node.value(), k));
    }
    return of(places, node.range());
  }

  @Override
  public Words visit(Node.Add node) {
    return of(arithmetic.add(words[node.left()], words[node.right()], node.range()), node.range());
  }

  @Override
  public Words visit(Node.Subtract node) {
    return of(
        arithmetic.subtract(words[node.left()], words[node.right()], node.range()), node.range());
  }

  @Override
  public Words visit(Node.Multiply node) {
    return of(
        arithmetic.multiply(words[node.left()], words[node.right()], node.range()), node.range());
  }

  @Override
  public Words visit(Node.ShiftLeft node) {
    Words operand = words[node.operand()];
    return node.amount() == 0
        ? fit(operand, node.range())
        : of(wiring.shiftLeft(operand, node.amount(), node.range()), node.range());
  }

  @Override
  public Words visit(Node.Extend node) {
    return fit(words[node.operand()], node.range());
  }

  @Override
  public Words visit(Node.Slice node) {
    return of(wiring.slice(words[node.operand()], node.low(), node.range()), node.range());
  }

  @Override
  public Words visit(Node.Concat node) {
    Assembly assembly = new Assembly(builder, false, node.width());
    int low = 0;
    for (int index : node.operands()) {
      Words operand = words[index];
      int width = module.node(index).width();
      assembly.append(k -> arithmetic.word(operand, k), width, low);
      low += width;
    }
    return of(assembly.build(), node.range());
  }

  @Override
  public Words visit(Node.Not node) {
    Words operand = words[node.operand()];
    int width = node.width();
    int[] places = new int[Words.count(node.range())];
    for (int k = 0; k < places.length; k++) {
      int count = Math.min(64, width - 64 * k);
      long mask = count == 0 ? 0 : -1L >>> (64 - count);
      places[k] =
          builder.binary(Operation.XOR, arithmetic.word(operand, k), builder.constant(mask));
    }
    return fit(new Words(places, false, width), node.range());
  }

  @Override
  public Words visit(Node.And node) {
    return bitwise(Operation.AND, words[node.left()], words[node.right()], node.range());
  }

  @Override
  public Words visit(Node.Or node) {
    return bitwise(Operation.OR, words[node.left()], words[node.right()], node.range());
  }

  @Override
  public Words visit(Node.Xor node) {
    return bitwise(Operation.XOR, words[node.left()], words[node.right()], node.range());
  }

  private Words bitwise(Operation operation, Words left, Words right, Range range) {
    return merge(left, right, range, (x, y) -> builder.binary(operation, x, y));
  }

  /** Joins two values word by word; the result fits the field that holds both. */
  private Words merge(Words left, Words right, Range range, IntBinaryOperator join) {
    boolean signed = left.signed() || right.signed();
    int width =
        Math.max(
            left.width() + (signed && !left.signed() ? 1 : 0),
            right.width() + (signed && !right.signed() ? 1 : 0));
    int[] places = new int[Words.count(signed, width)];
    for (int k = 0; k < places.length; k++) {
      places[k] = join.applyAsInt(arithmetic.word(left, k), arithmetic.word(right, k));
    }
    return fit(new Words(places, signed, width), range);
  }

  @Override
  public Words visit(Node.Mux node) {
    int select = words[node.select()].places()[0];
    return merge(
        words[node.ifOne()],
        words[node.ifZero()],
        node.range(),
        (x, y) -> builder.mux(select, x, y));
  }

  @Override
  public Words visit(Node.Compare node) {
    Words left = words[node.left()];
    Words right = words[node.right()];
    int word =
        switch (node.comparison()) {
          case EQUAL -> arithmetic.equal(left, right);
          case LESS -> arithmetic.less(left, right);
          case GREATER_EQUAL -> arithmetic.greaterEqual(left, right);
        };
    return of(new int[] {word}, Range.BIT);
  }

  @Override
  public Words visit(Node.Table node) {
    int word = builder.table(words[node.index()].places()[0], node.values().toArray());
    return fit(new Words(new int[] {word}, true, 64), node.range());
  }

  @Override
  public Words visit(Node.Register node) {
    int[] places = new int[Words.count(node.range())];
    for (int k = 0; k < places.length; k++) {
      places[k] = builder.register(node.reset() == null ? null : Words.word(node.reset(), k));
    }
    return of(places, node.range());
  }

  @Override
  public Words visit(Node.Rom node) {
    int address = words[node.address()].places()[0];
    return registered(
        node.range(),
        k ->
            builder.table(
                address, node.words().stream().mapToLong(w -> Words.word(w, k)).toArray()));
  }

  @Override
  public Words visit(Node.Memory node) {
    int enable = words[node.writeEnable()].places()[0];
    int writeAddress = words[node.writeAddress()].places()[0];
    int readAddress = words[node.readAddress()].places()[0];
    Words data = fit(words[node.writeData()], node.range());
    boolean known = node.depth() == 1 && !node.initial().isEmpty();
    Words shown =
        registered(
            node.range(),
            k ->
                builder.read(
                    builder.memory(
                        node.depth(),
                        node.initial().stream().mapToLong(word -> Words.word(word, k)).toArray(),
                        enable,
                        writeAddress,
                        arithmetic.word(data, k)),
                    readAddress));
    for (int k = 0; known && k < shown.places().length; k++) {
      builder.start(shown.places()[k], Words.word(node.initial().get(0), k));
    }
    return shown;
  }

  /** A register that follows these words at every edge. */
  private Words registered(Range range, IntUnaryOperator next) {
    int[] places = new int[Words.count(range)];
    for (int k = 0; k < places.length; k++) {
      places[k] = builder.register(null);
      builder.connect(places[k], next.applyAsInt(k), -1);
    }
    return of(places, range);
  }

  @Override
  public Words visit(Node.Instance node) {
    throw new IllegalStateException("an instance has no words of its own");
  }

  @Override
  public Words visit(Node.InstanceOutput node) {
    Flattening.Scope child = children.get(node.instance());
    for (int i = 0; i < child.words().length; i++) {
      if (child.module().node(i) instanceof Node.Output output
          && output.name().equals(node.port())) {
        return fit(child.words()[i], node.range());
      }
    }
    throw new IllegalArgumentException(
        "module " + child.module().name() + " has no output " + node.port());
  }

  @Override
  public Words visit(Node.Output node) {
    return fit(words[node.operand()], node.range());
  }

  /** The same bits read in the field of {@code range}; free where the values are the same. */
  private Words fit(Words value, Range range) {
    boolean signed = range.isSigned();
    int width = range.width();
    if (value.fitsIn(signed, width)) {
      return value;
    }
    int[] places = new int[Words.count(signed, width)];
    for (int k = 0; k < places.length; k++) {
      int word = arithmetic.word(value, k);
      places[k] = k == places.length - 1 ? arithmetic.cutTop(word, signed, width) : word;
    }
    return new Words(places, signed, width);
  }

  private static Words of(int[] places, Range range) {
    return new Words(places, range.isSigned(), range.width());
  }
}
