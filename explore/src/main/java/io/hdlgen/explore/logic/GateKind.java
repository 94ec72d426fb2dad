package io.hdlgen.explore.logic;

/** A Boolean function of one or two inputs that a printed cell computes. */
public enum GateKind {
  INV("!a", 0b0101),
  NAND("!(a*b)", 0b0111),
  NOR("!(a+b)", 0b0001),
  AND("a*b", 0b1000),
  OR("a+b", 0b1110),
  XOR("a^b", 0b0110),
  XNOR("!(a^b)", 0b1001);

  private final String expression;
  private final int table;

  GateKind(String expression, int table) {
    this.expression = expression;
    this.table = table;
  }

  /** The function as Liberty writes it, of {@code a} and {@code b}. */
  public String expression() {
    return expression;
  }

  /** Number of inputs. */
  public int inputs() {
    return this == INV ? 1 : 2;
  }

  /** Bit {@code a + 2 b} is the output; the inverter has equal bits for either {@code b}. */
  public int table() {
    return table;
  }

  /** The output for 64 rows at once. */
  public long apply(long a, long b) {
    return switch (this) {
      case INV -> ~a;
      case NAND -> ~(a & b);
      case NOR -> ~(a | b);
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case XNOR -> ~(a ^ b);
    };
  }
}
