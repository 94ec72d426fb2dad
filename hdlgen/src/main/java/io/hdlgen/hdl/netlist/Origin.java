package io.hdlgen.hdl.netlist;

import java.util.regex.Pattern;

/**
 * Where a node comes from in the integer network. Names in Verilog are made of it, and a mismatch
 * is traced back through it.
 *
 * @param layer index of the layer, or {@link #NONE}
 * @param neuron index of the neuron in the layer (or of the feature or score), or {@link #NONE}
 * @param role what the node is for: a Verilog identifier, such as {@code acc}
 */
public record Origin(int layer, int neuron, String role) {
  /** Stands for "no layer" and "no neuron". */
  public static final int NONE = -1;

  private static final Pattern ROLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  public Origin {
    if (!ROLE.matcher(role).matches()) {
      throw new IllegalArgumentException("role '" + role + "' is no identifier");
    }
  }

  /** Belongs to no layer. */
  public static Origin of(String role) {
    return new Origin(NONE, NONE, role);
  }

  /** Belongs to a layer, and to no neuron of it alone. */
  public static Origin of(int layer, String role) {
    return new Origin(layer, NONE, role);
  }

  /** The same place in another role. */
  public Origin as(String newRole) {
    return new Origin(layer, neuron, newRole);
  }

  /** {@code l1_n0_acc}; parts that are none are left out. */
  public String name() {
    return (layer == NONE ? "" : "l" + layer + "_")
        + (neuron == NONE ? "" : "n" + neuron + "_")
        + role;
  }

  /** For people: {@code layer 1 neuron 0 (acc)}. */
  public String describe() {
    return (layer == NONE ? "" : "layer " + layer + " ")
        + (neuron == NONE ? "" : "neuron " + neuron + " ")
        + "("
        + role
        + ")";
  }
}
