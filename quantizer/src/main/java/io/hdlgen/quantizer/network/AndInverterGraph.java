package io.hdlgen.quantizer.network;

import java.util.List;

/**
 * The class by gates: an and-inverter graph whose outputs are the bits of the class, the lowest
 * first; a code beyond the last class means the last class.
 *
 * <p>Literals are numbered as in AIGER (Biere, "The AIGER And-Inverter Graph (AIG) Format", 2007):
 * twice the variable, plus 1 for the complement. Variable 0 is always 0, variables 1 to {@code
 * values} are the values of the last layer, and those behind are the gates.
 *
 * @param values number of values of the last layer
 * @param gates each the conjunction of two literals, of variables before its own
 * @param outputs literals, at least one
 * @param lastClass the greatest class, 0 or more
 */
public record AndInverterGraph(int values, List<And> gates, LongVector outputs, int lastClass)
    implements Decision.OnBits {
  /** The most gates. */
  public static final int MAX_GATES = 1 << 20;

  /** The most outputs. */
  public static final int MAX_OUTPUTS = 15;

  /** The conjunction of two literals. */
  public record And(long a, long b) {}

  public AndInverterGraph {
    gates = List.copyOf(gates);
    ClassIndex.check(lastClass);
    if (values < 1 || gates.size() > MAX_GATES) {
      throw new IllegalArgumentException(values + " values, " + gates.size() + " gates");
    }
    if (outputs.size() < 1 || outputs.size() > MAX_OUTPUTS) {
      throw new IllegalArgumentException(outputs.size() + " outputs, not 1 to " + MAX_OUTPUTS);
    }
    for (int g = 0; g < gates.size(); g++) {
      checkLiteral("gate " + g, gates.get(g).a(), 1L + values + g);
      checkLiteral("gate " + g, gates.get(g).b(), 1L + values + g);
    }
    for (int o = 0; o < outputs.size(); o++) {
      checkLiteral("output " + o, outputs.get(o), 1L + values + gates.size());
    }
  }

  private static void checkLiteral(String of, long literal, long variables) {
    if (literal < 0 || literal >= 2 * variables) {
      throw new IllegalArgumentException(
          of + " has the literal " + literal + ", not one below " + 2 * variables);
    }
  }

  @Override
  public int classOf(long[] values) {
    boolean[] variables = new boolean[1 + this.values + gates.size()];
    for (int k = 0; k < values.length; k++) {
      variables[1 + k] = values[k] != 0;
    }
    for (int g = 0; g < gates.size(); g++) {
      And gate = gates.get(g);
      variables[1 + this.values + g] = at(variables, gate.a()) && at(variables, gate.b());
    }
    int code = 0;
    for (int o = 0; o < outputs.size(); o++) {
      code |= at(variables, outputs.get(o)) ? 1 << o : 0;
    }
    return Math.min(code, lastClass);
  }

  private static boolean at(boolean[] variables, long literal) {
    return variables[(int) (literal >> 1)] != ((literal & 1) == 1);
  }

  @Override
  public int greatestClass() {
    return lastClass;
  }

  @Override
  public <R> R accept(Decision.Visitor<R> visitor) {
    return visitor.visit(this);
  }
}
