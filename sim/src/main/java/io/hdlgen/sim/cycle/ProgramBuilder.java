package io.hdlgen.sim.cycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Collects the words of a flattened design and lays them out as a {@link Program}.
 *
 * <p>Until then a word is known by a ticket, in the order of creation; {@link #place} tells its
 * place afterwards.
 */
final class ProgramBuilder {
  private static final int CONSTANT = 0;
  private static final int INPUT = 1;
  private static final int REGISTER = 2;
  private static final int COMPUTED = 3;
  private static final Operation[] OPERATIONS = Operation.values();

  private final IntList kind = new IntList();
  private final IntList depth = new IntList();
  private final IntList entry = new IntList();
  private final Map<Long, Integer> constants = new HashMap<>();
  private final List<Long> constantValues = new ArrayList<>();
  private final IntList operation = new IntList();
  private final IntList a = new IntList();
  private final IntList b = new IntList();
  private final IntList c = new IntList();
  private final List<long[]> tables = new ArrayList<>();
  private final IntList pieceSource = new IntList();
  private final IntList pieceShifts = new IntList();
  private final IntList next = new IntList();
  private final IntList enable = new IntList();
  private final List<Long> reset = new ArrayList<>();
  private final List<Write> writes = new ArrayList<>();
  private final Map<Integer, Long> starts = new LinkedHashMap<>();
  private int inputs;
  private int[] place;

  private int ticket(int kindOf, int depthOf, int entryOf) {
    kind.add(kindOf);
    depth.add(depthOf);
    entry.add(entryOf);
    return kind.size() - 1;
  }

  int constant(long value) {
    return constants.computeIfAbsent(
        value,
        key -> {
          constantValues.add(key);
          return ticket(CONSTANT, 0, constantValues.size() - 1);
        });
  }

  int input() {
    return ticket(INPUT, 0, inputs++);
  }

  /** A register, to be connected later; {@code resetValue} null for none. */
  int register(Long resetValue) {
    next.add(-1);
    enable.add(-1);
    reset.add(resetValue);
    return ticket(REGISTER, 0, next.size() - 1);
  }

  /** Connects a register; {@code enableWord} is -1 for always. */
  void connect(int register, int nextWord, int enableWord) {
    next.set(entry.get(register), nextWord);
    enable.set(entry.get(register), enableWord);
  }

  int table(int index, long[] values) {
    tables.add(values);
    return computed(Operation.TABLE, index, tables.size() - 1, 0, depth.get(index));
  }

  /** Lets a register hold a word before the first edge. */
  void start(int register, long word) {
    starts.put(register, word);
  }

  /**
   * A memory of {@code depth} words, with the words that it writes; for {@link #read}.
   *
   * @param contents its first words at the start; the others are 0
   */
  int memory(int depth, long[] contents, int enableWord, int address, int data) {
    writes.add(new Write(depth, contents, enableWord, address, data));
    return writes.size() - 1;
  }

  private record Write(int depth, long[] contents, int enable, int address, int data) {}

  int read(int memory, int address) {
    return computed(Operation.READ, address, memory, 0, depth.get(address));
  }

  /** A word made of pieces side by side. */
  int gather(List<Piece> parts) {
    int from = pieceSource.size();
    int deepest = 0;
    for (Piece part : parts) {
      pieceSource.add(part.source);
      pieceShifts.add(part.left << 16 | part.right << 8 | part.place);
      deepest = Math.max(deepest, depth.get(part.source));
    }
    return computed(Operation.GATHER, 0, from, pieceSource.size(), deepest);
  }

  /** {@code ((source << left) >>> right) << place}. */
  record Piece(int source, int left, int right, int place) {
    /** The {@code count} bits of {@code source} from {@code low} on, moved to {@code place}. */
    static Piece of(int source, int low, int count, int place) {
      return new Piece(source, 64 - low - count, 64 - count, place);
    }
  }

  int bits(boolean signed, int source, int left, int right) {
    Operation kindOf = signed ? Operation.BITS_SIGNED : Operation.BITS_UNSIGNED;
    return computed(kindOf, source, left, right, depth.get(source));
  }

  /** A sum, difference or product cut to {@code 64 - shift} bits. */
  int arithmetic(Operation kindOf, int left, int right, int shift) {
    return computed(kindOf, left, right, shift, Math.max(depth.get(left), depth.get(right)));
  }

  int binary(Operation kindOf, int left, int right) {
    return arithmetic(kindOf, left, right, 0);
  }

  int mux(int select, int ifOne, int ifZero) {
    int deepest = Math.max(depth.get(select), Math.max(depth.get(ifOne), depth.get(ifZero)));
    return computed(Operation.MUX, select, ifOne, ifZero, deepest);
  }

  private int computed(Operation kindOf, int x, int y, int z, int operandDepth) {
    operation.add(kindOf.ordinal());
    a.add(x);
    b.add(y);
    c.add(z);
    return ticket(COMPUTED, operandDepth + 1, operation.size() - 1);
  }

  /** Where the word of a ticket lies; only after {@link #build}. */
  int place(int ticket) {
    return place[ticket];
  }

  Program build() {
    int[] computedTickets =
        IntStream.range(0, kind.size())
            .filter(t -> kind.get(t) == COMPUTED)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(t -> depth.get(t))
                    .thenComparingInt(t -> operation.get(entry.get(t))))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] registerTickets =
        IntStream.range(0, kind.size())
            .filter(t -> kind.get(t) == REGISTER)
            .boxed()
            .sorted(Comparator.comparingInt(t -> enable.get(entry.get(t))))
            .mapToInt(Integer::intValue)
            .toArray();
    int firstRegister = constantValues.size() + inputs;
    int firstMemory = firstRegister + registerTickets.length;
    int firstComputed = firstMemory + writes.stream().mapToInt(Write::depth).sum();
    place = new int[kind.size()];
    for (int t = 0; t < place.length; t++) {
      if (kind.get(t) == CONSTANT) {
        place[t] = entry.get(t);
      } else if (kind.get(t) == INPUT) {
        place[t] = constantValues.size() + entry.get(t);
      }
    }
    for (int i = 0; i < registerTickets.length; i++) {
      place[registerTickets[i]] = firstRegister + i;
    }
    for (int i = 0; i < computedTickets.length; i++) {
      place[computedTickets[i]] = firstComputed + i;
    }
    long[] initial = new long[firstComputed + computedTickets.length];
    for (int i = 0; i < constantValues.size(); i++) {
      initial[i] = constantValues.get(i);
    }
    starts.forEach((ticket, word) -> initial[place[ticket]] = word);
    int first = firstMemory;
    for (Write write : writes) {
      System.arraycopy(write.contents, 0, initial, first, write.contents.length);
      first += write.depth;
    }
    int[] resets =
        Arrays.stream(registerTickets).filter(t -> reset.get(entry.get(t)) != null).toArray();
    return new Program(
        initial,
        firstComputed,
        runs(computedTickets),
        operands(computedTickets, a, 0),
        operands(computedTickets, b, 1),
        operands(computedTickets, c, 2),
        tables.toArray(long[][]::new),
        pieces(),
        firstRegister,
        Arrays.stream(registerTickets).map(t -> place[next.get(entry.get(t))]).toArray(),
        groups(registerTickets),
        Arrays.stream(resets).map(t -> place[t]).toArray(),
        Arrays.stream(resets).mapToLong(t -> reset.get(entry.get(t))).toArray(),
        memories(firstMemory));
  }

  private Program.Run[] runs(int[] tickets) {
    List<Program.Run> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= tickets.length; i++) {
      if (i == tickets.length
          || depth.get(tickets[i]) != depth.get(tickets[from])
          || kindOf(tickets[i]) != kindOf(tickets[from])) {
        runs.add(new Program.Run(kindOf(tickets[from]), from, i));
        from = i;
      }
    }
    return runs.toArray(Program.Run[]::new);
  }

  private Operation kindOf(int ticket) {
    return OPERATIONS[operation.get(entry.get(ticket))];
  }

  private int[] operands(int[] tickets, IntList list, int position) {
    int[] operands = new int[tickets.length];
    for (int i = 0; i < tickets.length; i++) {
      int operand = list.get(entry.get(tickets[i]));
      operands[i] = position < kindOf(tickets[i]).operands() ? place[operand] : operand;
    }
    return operands;
  }

  private Program.Pieces pieces() {
    int count = pieceSource.size();
    int[] source = new int[count];
    byte[] left = new byte[count];
    byte[] right = new byte[count];
    byte[] shift = new byte[count];
    for (int i = 0; i < count; i++) {
      source[i] = place[pieceSource.get(i)];
      left[i] = (byte) (pieceShifts.get(i) >> 16);
      right[i] = (byte) (pieceShifts.get(i) >> 8);
      shift[i] = (byte) pieceShifts.get(i);
    }
    return new Program.Pieces(source, left, right, shift);
  }

  private Program.Memory[] memories(int firstMemory) {
    Program.Memory[] memories = new Program.Memory[writes.size()];
    int first = firstMemory;
    for (int i = 0; i < memories.length; i++) {
      Write write = writes.get(i);
      memories[i] =
          new Program.Memory(
              first, write.depth, place[write.enable], place[write.address], place[write.data]);
      first += write.depth;
    }
    return memories;
  }

  private Program.Group[] groups(int[] tickets) {
    List<Program.Group> groups = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= tickets.length; i++) {
      if (i == tickets.length || enableOf(tickets[i]) != enableOf(tickets[from])) {
        int word = enableOf(tickets[from]);
        groups.add(new Program.Group(word < 0 ? -1 : place[word], from, i));
        from = i;
      }
    }
    return groups.toArray(Program.Group[]::new);
  }

  private int enableOf(int ticket) {
    return enable.get(entry.get(ticket));
  }
}
