package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Random netlists over all kinds of nodes, of any width up to some hundred bits. */
public final class RandomNetlists {
  private static final int WIDEST = 200;
  private static final int[] EDGES = {1, 2, 31, 32, 33, 62, 63, 64, 65, 127, 128, 129, 191, 192};

  private final Random random;

  public RandomNetlists(long seed) {
    this.random = new Random(seed);
  }

  /** A netlist of three modules, the inner ones used more than once. */
  public Netlist next() {
    HdlModule inner = module("inner", List.of(), 25);
    HdlModule middle = module("middle", List.of(inner), 25);
    return new Netlist(List.of(inner, middle, module("top", List.of(inner, middle), 40)));
  }

  /** A value inside a range. */
  public BigInteger value(Range range) {
    return switch (random.nextInt(4)) {
      case 0 -> range.min();
      case 1 -> range.max();
      default ->
          range
              .min()
              .add(
                  new BigInteger(range.width() + 8, random)
                      .mod(range.max().subtract(range.min()).add(BigInteger.ONE)));
    };
  }

  private Range field() {
    int width =
        random.nextInt(3) == 0 ? EDGES[random.nextInt(EDGES.length)] : 1 + random.nextInt(20);
    Range full = random.nextBoolean() ? Range.signed(width) : Range.unsigned(width);
    BigInteger one = value(full);
    BigInteger other = value(full);
    return random.nextInt(3) == 0 ? new Range(one.min(other), one.max(other)) : full;
  }

  private HdlModule module(String name, List<HdlModule> inner, int count) {
    ModuleSketch sketch = new ModuleSketch(name);
    List<Integer> pool = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      pool.add(sketch.input("in" + i, field()));
    }
    List<Integer> registers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Range range = Range.signed(1 + random.nextInt(80));
      registers.add(sketch.register(range, random.nextBoolean() ? value(range) : null));
    }
    pool.addAll(registers);
    for (HdlModule child : inner) {
      for (int i = 0; i < 2; i++) {
        List<Integer> operands =
            child.inputs().stream().map(port -> cut(sketch, pick(pool), port.range())).toList();
        int instance = sketch.instance(child, operands);
        child.outputs().forEach(port -> pool.add(sketch.instanceOutput(instance, port)));
      }
    }
    for (int i = 0; i < count; i++) {
      int made = node(sketch, pool);
      if (sketch.node(made).width() <= WIDEST) {
        pool.add(made);
      }
    }
    for (int register : registers) {
      int next = cut(sketch, pick(pool), sketch.range(register));
      int enable =
          random.nextBoolean() ? Node.Register.ALWAYS : sketch.slice(pick(pool), 0, Range.BIT);
      sketch.connect(register, next, enable);
    }
    for (int i = 0; i < 6; i++) {
      sketch.output("out" + i, pool.get(pool.size() - 1 - i));
    }
    return sketch.build();
  }

  private int pick(List<Integer> pool) {
    return pool.get(random.nextInt(pool.size()));
  }

  /** The lowest bits of a node as a field of this range's width and sign. */
  private int cut(ModuleSketch sketch, int node, Range range) {
    int wide = Math.max(range.width(), sketch.node(node).width());
    return sketch.slice(sketch.extend(node, wide), 0, range);
  }

  private int unsigned(ModuleSketch sketch, int node, int width) {
    return cut(sketch, node, Range.unsigned(width));
  }

  private static Range full(Range range) {
    return range.isSigned() ? Range.signed(range.width()) : Range.unsigned(range.width());
  }

  /** A value narrow enough for a product of 64 bits. */
  private int factor(ModuleSketch sketch, int node) {
    int width = 1 + random.nextInt(32);
    return cut(sketch, node, random.nextBoolean() ? Range.signed(width) : Range.unsigned(width));
  }

  private int node(ModuleSketch sketch, List<Integer> pool) {
    int x = pick(pool);
    int y = pick(pool);
    int width = sketch.node(x).width();
    return switch (random.nextInt(16)) {
      case 0 -> sketch.add(x, y);
      case 1 -> sketch.subtract(x, y);
      case 2 -> sketch.shiftLeft(x, random.nextInt(20));
      case 3 -> sketch.extend(x, width + random.nextInt(70));
      case 4 -> {
        int low = random.nextInt(width);
        int kept = 1 + random.nextInt(width - low);
        yield sketch.slice(
            x, low, random.nextBoolean() ? Range.signed(kept) : Range.unsigned(kept));
      }
      case 5 -> sketch.concat(List.of(x, y, pick(pool)));
      case 6 -> sketch.not(unsigned(sketch, x, width));
      case 7 -> sketch.and(unsigned(sketch, x, width), unsigned(sketch, y, width));
      case 8 -> sketch.or(unsigned(sketch, x, width), unsigned(sketch, y, width));
      case 9 -> sketch.xor(unsigned(sketch, x, width), unsigned(sketch, y, width));
      case 10 -> sketch.mux(sketch.slice(pick(pool), 0, Range.BIT), x, y);
      case 11 ->
          sketch.compare(
              Node.Comparison.values()[random.nextInt(3)], x, random.nextInt(4) == 0 ? x : y);
      case 12 -> {
        long[] values = random.longs(4).map(v -> v >> random.nextInt(64)).toArray();
        values[0] = values[0] == values[1] ? ~values[0] : values[0];
        yield sketch.table(unsigned(sketch, x, 2), values);
      }
      case 13 -> sketch.multiply(factor(sketch, x), factor(sketch, y));
      case 14 -> {
        Range range = field();
        List<BigInteger> words =
            Stream.generate(() -> value(range)).limit(1 + random.nextInt(9)).toList();
        yield sketch.rom(unsigned(sketch, x, Node.addressWidth(words.size())), range, words);
      }
      case 15 -> {
        Range range = field();
        int depth = 1 + random.nextInt(9);
        int address = Node.addressWidth(depth);
        yield sketch.memory(
            full(range),
            depth,
            random.nextBoolean()
                ? List.of()
                : Stream.generate(() -> value(full(range))).limit(depth).toList(),
            sketch.slice(pick(pool), 0, Range.BIT),
            unsigned(sketch, x, address),
            cut(sketch, y, full(range)),
            unsigned(sketch, pick(pool), address));
      }
      default -> throw new AssertionError();
    };
  }
}
