package io.hdlgen.flow.equivalence;

import io.hdlgen.flow.equivalence.CellNetlist.Cell;
import io.hdlgen.flow.equivalence.CellNetlist.Port;
import io.hdlgen.flow.equivalence.FlatNetlist.Buffer;
import io.hdlgen.flow.equivalence.FlatNetlist.Driver;
import io.hdlgen.flow.equivalence.FlatNetlist.FlipFlop;
import io.hdlgen.flow.equivalence.FlatNetlist.Gate;
import io.hdlgen.flow.equivalence.FlatNetlist.Lut;
import io.hdlgen.flow.equivalence.FlatNetlist.Memory;
import io.hdlgen.flow.equivalence.FlatNetlist.MemoryRead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;

/** Puts a netlist into an {@link Aig}. */
final class MachineBuilder {
  private static final int UNKNOWN = -1;

  private final Aig aig;
  private final FlatNetlist netlist;
  private final Map<String, int[]> inputs;
  private final int clock;
  private final Function<List<String>, Integer> states;
  private final boolean anyIsFree;
  private IntBinaryOperator replacement = (net, literal) -> literal;
  private final Map<Integer, Integer> literals = new HashMap<>();
  private final Map<Integer, List<String>> aliases = new HashMap<>();
  private final Map<Memory, int[][]> words = new LinkedHashMap<>();
  private final List<Integer> undefined = new ArrayList<>();
  private int within = Aig.TRUE;

  /**
   * @param inputs literals of the input ports
   * @param clock name of the clock port
   * @param states the literal of a state by its names
   * @param anyIsFree whether an undefined bit may be anything, each time; else it is 0, as one that
   *     the writer of the Verilog leaves open may be chosen
   */
  MachineBuilder(
      Aig aig,
      FlatNetlist netlist,
      Map<String, int[]> inputs,
      String clock,
      Function<List<String>, Integer> states,
      boolean anyIsFree) {
    this.aig = aig;
    this.netlist = netlist;
    this.inputs = inputs;
    this.states = states;
    this.anyIsFree = anyIsFree;
    this.clock =
        netlist.ports().containsKey(clock) ? netlist.ports().get(clock).bits()[0] : UNKNOWN;
  }

  /** Has literals of nets replaced as they are built: from net and literal to another literal. */
  MachineBuilder replacing(IntBinaryOperator by) {
    replacement = by;
    return this;
  }

  Machine build() {
    literals.put(CellNetlist.ZERO, Aig.FALSE);
    literals.put(CellNetlist.ONE, Aig.TRUE);
    if (clock != UNKNOWN) {
      // Nothing but edges may read it.
      literals.put(clock, Aig.FALSE);
    }
    inputs.forEach(
        (name, values) -> {
          int[] bits = netlist.ports().get(name).bits();
          for (int i = 0; i < bits.length; i++) {
            literals.put(bits[i], values[i]);
          }
        });
    netlist
        .names()
        .forEach(
            (name, bits) -> {
              for (int i = 0; i < bits.length; i++) {
                int net = bits[i];
                while (netlist.driver(net) instanceof Buffer buffer) {
                  net = buffer.source();
                }
                aliases
                    .computeIfAbsent(net, bit -> new ArrayList<>())
                    .add(bits.length == 1 ? name : name + "[" + i + "]");
              }
            });
    List<Integer> registers = netlist.registers();
    for (int net : registers) {
      literals.put(net, states.apply(names(net)));
    }
    netlist.memories().forEach(this::contents);
    List<Machine.State> all = new ArrayList<>();
    for (int net : registers) {
      FlipFlop register = (FlipFlop) netlist.driver(net);
      check(register.name(), register.clock());
      all.add(new Machine.State(names(net), literals.get(net), literal(register.data()), -1));
    }
    words.forEach((memory, contents) -> written(memory, contents, all));
    Map<String, int[]> outputs = new LinkedHashMap<>();
    netlist
        .ports()
        .forEach(
            (name, port) -> {
              if (!port.input()) {
                outputs.put(name, literals(port.bits()));
              }
            });
    return new Machine(inputs, outputs, all, within);
  }

  /** Whether something drives a named bit. */
  boolean drives(int net) {
    return net >= 0 && (net <= 1 || literals.containsKey(net) || netlist.driver(net) != null);
  }

  private List<String> names(int net) {
    FlipFlop register = (FlipFlop) netlist.driver(net);
    return aliases.getOrDefault(net, List.of(register.name()));
  }

  private void check(String name, int net) {
    int at = net;
    while (at != clock && netlist.driver(at) instanceof Buffer buffer) {
      at = buffer.source();
    }
    if (at != clock) {
      throw new UnsupportedNetlistException(name, "a register that another clock drives");
    }
  }

  private int[] literals(int[] bits) {
    return Arrays.stream(bits).map(this::literal).toArray();
  }

  /** The literal of a net. */
  int literal(int net) {
    Deque<Integer> open = new ArrayDeque<>();
    open.push(net);
    while (!open.isEmpty()) {
      int at = open.peek();
      if (literals.containsKey(at)) {
        open.pop();
        continue;
      }
      Driver driver = netlist.driver(at);
      boolean ready = true;
      for (int read : reads(driver)) {
        if (!literals.containsKey(read)) {
          open.push(read);
          ready = false;
        }
      }
      if (open.size() > 10_000_000) {
        throw new UnsupportedNetlistException(String.valueOf(at), "a loop of gates");
      }
      if (ready) {
        open.pop();
        literals.put(at, replacement.applyAsInt(at, value(driver)));
      }
    }
    return literals.get(net);
  }

  private static int[] reads(Driver driver) {
    if (driver instanceof Gate gate) {
      return new int[] {gate.left(), gate.right()};
    } else if (driver instanceof Buffer buffer) {
      return new int[] {buffer.source()};
    } else if (driver instanceof Lut lut) {
      return lut.inputs();
    } else if (driver instanceof MemoryRead read) {
      return address(read.memory().cell(), "RD", read.port());
    }
    return new int[0];
  }

  private int value(Driver driver) {
    if (driver instanceof Gate gate) {
      int a = literals.get(gate.left());
      return gate.inverter() ? a ^ 1 : aig.and(a, literals.get(gate.right()));
    } else if (driver instanceof Buffer buffer) {
      return literals.get(buffer.source());
    } else if (driver instanceof Lut lut) {
      return lut(lut.mask(), literals(lut.inputs()), lut.inputs().length, 0);
    } else if (driver instanceof MemoryRead read) {
      return read(read);
    }
    return any();
  }

  private int any() {
    if (!anyIsFree) {
      return Aig.FALSE;
    }
    undefined.add(aig.input());
    return undefined.get(undefined.size() - 1);
  }

  /** Literals of the undefined bits that were met so far, if they may be anything. */
  List<Integer> undefined() {
    return List.copyOf(undefined);
  }

  private int lut(String mask, int[] select, int level, int index) {
    if (level == 0) {
      return switch (mask.charAt(mask.length() - 1 - index)) {
        case '0' -> Aig.FALSE;
        case '1' -> Aig.TRUE;
        default -> any();
      };
    }
    return aig.mux(
        select[level - 1],
        lut(mask, select, level - 1, index | 1 << (level - 1)),
        lut(mask, select, level - 1, index));
  }

  private static int[] address(Cell memory, String port, int number) {
    int bits = memory.number("ABITS");
    return Arrays.copyOfRange(
        memory.connections().get(port + "_ADDR"), number * bits, (number + 1) * bits);
  }

  private int read(MemoryRead read) {
    int[][] contents = words.get(read.memory());
    int[] column = new int[contents.length];
    for (int word = 0; word < column.length; word++) {
      column[word] = contents[word][read.bit()];
    }
    int[] select = literals(address(read.memory().cell(), "RD", read.port()));
    if (read.bit() == 0) {
      within = aig.and(within, below(select, column.length));
    }
    return word(column, select, select.length, 0);
  }

  private int word(int[] column, int[] select, int level, int index) {
    if (index >= column.length) {
      return Aig.FALSE;
    }
    if (level == 0) {
      return column[index];
    }
    int upper = index + (1 << (level - 1));
    int zero = word(column, select, level - 1, index);
    // Beyond the last word anything may be read: what saves a gate.
    return upper >= column.length
        ? zero
        : aig.mux(select[level - 1], word(column, select, level - 1, upper), zero);
  }

  /** Whether a number is below a bound. */
  private int below(int[] bits, int bound) {
    if (bound >= 1 << bits.length) {
      return Aig.TRUE;
    }
    int less = Aig.FALSE;
    for (int i = 0; i < bits.length; i++) {
      less = (bound >>> i & 1) == 1 ? aig.or(bits[i] ^ 1, less) : aig.and(bits[i] ^ 1, less);
    }
    return less;
  }

  private void contents(Memory memory) {
    Cell cell = memory.cell();
    int size = cell.number("SIZE");
    int width = cell.number("WIDTH");
    if (cell.parameters().get("RD_CLK_ENABLE").contains("1") && cell.number("RD_PORTS") > 0) {
      throw new UnsupportedNetlistException(memory.name(), "a memory with clocked reads");
    }
    boolean written = isWritten(cell);
    int[][] contents = new int[size][width];
    for (int word = 0; word < size; word++) {
      for (int bit = 0; bit < width; bit++) {
        contents[word][bit] =
            written
                ? states.apply(List.of(bitName(cell, word, bit)))
                : initial(cell, word * width + bit) == 1 ? Aig.TRUE : Aig.FALSE;
      }
    }
    words.put(memory, contents);
  }

  private static boolean isWritten(Cell cell) {
    return cell.number("WR_PORTS") > 0
        && Arrays.stream(cell.connections().get("WR_EN")).anyMatch(bit -> bit != CellNetlist.ZERO);
  }

  private static String bitName(Cell cell, int word, int bit) {
    String name = cell.parameters().get("MEMID").strip().replaceFirst("^\\\\", "");
    int width = cell.number("WIDTH");
    return name + "[" + word + "]" + (width == 1 ? "" : "[" + bit + "]");
  }

  private static int initial(Cell cell, int bit) {
    String bits = cell.parameters().get("INIT");
    char digit = bit < bits.length() ? bits.charAt(bits.length() - 1 - bit) : 'x';
    return digit == '1' ? 1 : digit == '0' ? 0 : -1;
  }

  private void written(Memory memory, int[][] contents, List<Machine.State> all) {
    Cell cell = memory.cell();
    if (!isWritten(cell)) {
      return;
    }
    int width = cell.number("WIDTH");
    for (int port = 0; port < cell.number("WR_PORTS"); port++) {
      check(memory.name(), cell.connections().get("WR_CLK")[port]);
    }
    for (int word = 0; word < contents.length; word++) {
      for (int bit = 0; bit < width; bit++) {
        int next = contents[word][bit];
        for (int port = 0; port < cell.number("WR_PORTS"); port++) {
          int here = selected(literals(address(cell, "WR", port)), word);
          int enable = literal(cell.connections().get("WR_EN")[port * width + bit]);
          int data = literal(cell.connections().get("WR_DATA")[port * width + bit]);
          next = aig.mux(aig.and(here, enable), data, next);
        }
        all.add(
            new Machine.State(
                List.of(bitName(cell, word, bit)),
                contents[word][bit],
                next,
                initial(cell, word * width + bit)));
      }
    }
  }

  private int selected(int[] address, int word) {
    int result = Aig.TRUE;
    for (int i = 0; i < address.length; i++) {
      result = aig.and(result, address[i] ^ 1 ^ (word >>> i & 1));
    }
    return result;
  }

  /** Input ports of a netlist, without the clock. */
  static Map<String, int[]> freshInputs(Aig aig, FlatNetlist netlist, String clock) {
    Map<String, int[]> inputs = new LinkedHashMap<>();
    for (Map.Entry<String, Port> port : netlist.ports().entrySet()) {
      if (port.getValue().input() && !port.getKey().equals(clock)) {
        inputs.put(
            port.getKey(), Arrays.stream(port.getValue().bits()).map(bit -> aig.input()).toArray());
      }
    }
    return inputs;
  }
}
