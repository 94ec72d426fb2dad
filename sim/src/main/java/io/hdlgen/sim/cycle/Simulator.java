package io.hdlgen.sim.cycle;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Simulates a netlist cycle by cycle, bit for bit as hardware does: results are cut to the field of
 * their node, so that a range that is too narrow shows as a wrong result here as well.
 *
 * <p>A cycle is: set inputs, {@link #evaluate}, read outputs, {@link #clock}. Registers and
 * memories start at 0, reset or not. Not safe for use by several threads.
 *
 * <p>The netlist is compiled once to arrays; a cycle allocates nothing and costs about 2 ns a node.
 */
public final class Simulator {
  private final Netlist netlist;
  private final Program program;
  private final long[] state;
  private final long[] scratch;
  private final Map<String, InputPort> inputs = new LinkedHashMap<>();
  private final Map<String, Probe> outputs = new LinkedHashMap<>();
  private final Map<List<Integer>, Flattening.Scope> scopes = new LinkedHashMap<>();
  private final ProgramBuilder builder;
  private boolean reset;
  private long cycle;

  /** Compiles the design; all inputs are 0 and the reset is low. */
  public Simulator(Netlist netlist) {
    this.netlist = netlist;
    Flattening flattening = new Flattening(netlist);
    builder = flattening.builder();
    program = builder.build();
    state = program.initial().clone();
    scratch = new long[program.next().length];
    for (Flattening.Scope scope : flattening.scopes()) {
      scopes.put(scope.path(), scope);
    }
    HdlModule top = netlist.top();
    for (int i = 0; i < top.nodes().size(); i++) {
      if (top.node(i) instanceof Node.Input input) {
        Words words = scopes.get(List.<Integer>of()).words()[i];
        inputs.put(input.name(), new InputPort(state, places(words), input.name(), input.range()));
      }
      if (top.node(i) instanceof Node.Output output) {
        outputs.put(output.name(), probe(List.of(), i));
      }
    }
  }

  public Netlist netlist() {
    return netlist;
  }

  /**
   * The input port of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public InputPort input(String port) {
    return present(inputs, port);
  }

  /**
   * The output port of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Probe output(String port) {
    return present(outputs, port);
  }

  /** The input ports of the top, in its order, without the reset. */
  public Collection<InputPort> inputs() {
    return inputs.values();
  }

  /** The output ports of the top, in its order. */
  public Collection<Probe> outputs() {
    return outputs.values();
  }

  private static <T> T present(Map<String, T> ports, String port) {
    T found = ports.get(port);
    if (found == null) {
      throw new IllegalArgumentException("no port " + port + " among " + ports.keySet());
    }
    return found;
  }

  /** Sets an input port to the lowest bits of an integer. */
  public void setInput(String port, long value) {
    input(port).set(value);
  }

  /** Sets an input port to the lowest bits of an integer. */
  public void setInput(String port, BigInteger value) {
    input(port).set(value);
  }

  /** Drives {@code rst_i}; sampled by {@link #clock}. */
  public void setReset(boolean high) {
    reset = high;
  }

  /** Whether {@code rst_i} is high. */
  public boolean isReset() {
    return reset;
  }

  /** Lets inputs and registers settle through all logic. */
  public void evaluate() {
    program.evaluate(state);
  }

  /**
   * One rising edge of {@code clk_i}: registers take what the last {@link #evaluate} left. A reset
   * wins over an enable.
   */
  public void clock() {
    program.clock(state, scratch, reset);
    cycle++;
  }

  /** Rising edges so far. */
  public long cycle() {
    return cycle;
  }

  /**
   * The value of a node in one instance of its module.
   *
   * @param path indices of the instance nodes from the top down; empty for the top itself
   * @param node index in that module
   * @throws IllegalArgumentException if there is no such instance, or the node is an instance
   */
  public Probe probe(List<Integer> path, int node) {
    Flattening.Scope scope = scopes.get(path);
    if (scope == null || scope.words()[node] == null) {
      throw new IllegalArgumentException("no value at instance " + path + " node " + node);
    }
    return new Probe(state, places(scope.words()[node]), scope.module().node(node).width());
  }

  /** The instances, inner ones before the module that holds them, the top last. */
  public List<List<Integer>> instances() {
    return List.copyOf(scopes.keySet());
  }

  /** The module of an instance. */
  public HdlModule module(List<Integer> path) {
    return scopes.get(path).module();
  }

  private int[] places(Words words) {
    int[] places = new int[words.places().length];
    for (int k = 0; k < places.length; k++) {
      places[k] = builder.place(words.places()[k]);
    }
    return places;
  }

  int[] places(List<Integer> path, int node) {
    return places(scopes.get(path).words()[node]);
  }

  Program program() {
    return program;
  }

  long[] state() {
    return state;
  }
}
