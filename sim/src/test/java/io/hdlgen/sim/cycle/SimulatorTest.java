package io.hdlgen.sim.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SimulatorTest {
  @Test
  void agreesWithTheDefinitionOfTheNodesOnRandomNetlists() {
    for (int seed = 0; seed < 400; seed++) {
      RandomNetlists random = new RandomNetlists(seed);
      Netlist netlist = random.next();
      Simulator simulator = new Simulator(netlist);
      NaiveInterpreter naive = new NaiveInterpreter(netlist);
      for (int cycle = 0; cycle < 20; cycle++) {
        Map<String, BigInteger> inputs = new TreeMap<>();
        for (Node.Input input : netlist.top().inputs()) {
          inputs.put(input.name(), random.value(input.range()));
          simulator.setInput(input.name(), inputs.get(input.name()));
        }
        simulator.evaluate();
        Map<String, BigInteger> outputs = naive.evaluate(inputs);
        for (int i = 0; i < netlist.top().nodes().size(); i++) {
          if (!(netlist.top().node(i) instanceof Node.Instance)) {
            assertThat(simulator.probe(List.of(), i).value())
                .as("seed %d cycle %d node %d %s", seed, cycle, i, netlist.top().node(i))
                .isEqualTo(naive.value(i));
          }
        }
        outputs.forEach(
            (port, value) -> assertThat(simulator.output(port).value()).isEqualTo(value));
        boolean reset = cycle % 7 == 3;
        simulator.setReset(reset);
        simulator.clock();
        naive.clock(reset);
      }
    }
  }

  @Test
  void readsAndWritesRecordsOfBytes() {
    for (int width : new int[] {1, 7, 8, 9, 63, 64, 65, 127, 128, 130, 1568}) {
      for (Range range : List.of(Range.unsigned(width), Range.signed(width))) {
        ModuleSketch sketch = new ModuleSketch("m");
        sketch.output("y", sketch.input("x", range));
        Simulator simulator = new Simulator(new Netlist(List.of(sketch.build())));
        RandomNetlists random = new RandomNetlists(width);
        for (int i = 0; i < 20; i++) {
          BigInteger value = random.value(range);
          simulator.setInput("x", value);
          simulator.evaluate();
          byte[] record = new byte[(width + 7) / 8 + 2];
          simulator.output("y").write(record, 1);
          assertThat(record[0]).isZero();
          assertThat(record[record.length - 1]).isZero();
          simulator.setInput("x", 0);
          simulator.input("x").read(record, 1);
          simulator.evaluate();
          assertThat(simulator.output("y").value()).isEqualTo(value);
        }
      }
    }
  }

  @Test
  void resetWinsOverEnable() {
    ModuleSketch sketch = new ModuleSketch("m");
    int next = sketch.input("next", Range.unsigned(4));
    int enable = sketch.input("enable", Range.BIT);
    int register = sketch.register(Range.unsigned(4), BigInteger.valueOf(9));
    sketch.connect(register, next, enable);
    sketch.output("q", register);
    Simulator simulator = new Simulator(new Netlist(List.of(sketch.build())));

    simulator.setInput("next", 5);
    assertThat(step(simulator, 0, true)).isEqualTo(9);
    assertThat(step(simulator, 0, false)).isEqualTo(9);
    assertThat(step(simulator, 1, false)).isEqualTo(5);
    assertThat(step(simulator, 1, true)).isEqualTo(9);
  }

  private static long step(Simulator simulator, int enable, boolean reset) {
    simulator.setInput("enable", enable);
    simulator.setReset(reset);
    simulator.evaluate();
    simulator.clock();
    simulator.evaluate();
    return simulator.output("q").toLong();
  }

  @Test
  void registersOfRegistersMoveTogether() {
    ModuleSketch sketch = new ModuleSketch("m");
    int first = sketch.register(Range.unsigned(8), null);
    int second = sketch.register(Range.unsigned(8), null);
    sketch.connect(first, second, Node.Register.ALWAYS);
    sketch.connect(second, sketch.input("x", Range.unsigned(8)), Node.Register.ALWAYS);
    sketch.output("y", first);
    Simulator simulator = new Simulator(new Netlist(List.of(sketch.build())));

    long[] seen = new long[5];
    for (int cycle = 0; cycle < seen.length; cycle++) {
      simulator.setInput("x", cycle + 10);
      simulator.evaluate();
      seen[cycle] = simulator.output("y").toLong();
      simulator.clock();
    }
    assertThat(seen).containsExactly(0, 0, 10, 11, 12);
  }

  @Test
  void aRangeThatIsTooNarrowShowsAsInHardware() {
    ModuleSketch sketch = new ModuleSketch("m");
    int x = sketch.input("x", Range.unsigned(4));
    int sum =
        sketch.add(new Node.Add(io.hdlgen.hdl.netlist.Origin.of("sum"), Range.unsigned(4), x, x));
    sketch.output("y", sum);
    Simulator simulator = new Simulator(new Netlist(List.of(sketch.build())));
    simulator.setInput("x", 9);
    simulator.evaluate();
    assertThat(simulator.output("y").toLong()).isEqualTo(2);
  }

  @Test
  void looksIntoInstances() {
    ModuleSketch inner = new ModuleSketch("inner");
    int x = inner.input("x", Range.unsigned(4));
    int twice = inner.add(x, x);
    inner.output("y", twice);
    HdlModule module = inner.build();
    ModuleSketch top = new ModuleSketch("top");
    int instance = top.instance(module, List.of(top.input("a", Range.unsigned(4))));
    top.output("b", top.instanceOutput(instance, module.outputs().get(0)));
    Simulator simulator = new Simulator(new Netlist(List.of(module, top.build())));
    simulator.setInput("a", 7);
    simulator.evaluate();
    assertThat(simulator.instances()).containsExactly(List.of(instance), List.of());
    assertThat(simulator.module(List.of(instance))).isEqualTo(module);
    assertThat(simulator.probe(List.of(instance), twice).toLong()).isEqualTo(14);
    assertThatThrownBy(() -> simulator.probe(List.of(), instance))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> simulator.input("nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing");
  }

  @Test
  void theRangeCheckFindsAValueOutOfItsRange() {
    ModuleSketch sketch = new ModuleSketch("m");
    int x = sketch.input("x", Range.unsigned(4));
    int delayed = sketch.register(Range.of(3, 15), null);
    sketch.connect(delayed, x, Node.Register.ALWAYS);
    sketch.output("y", sketch.add(delayed, delayed));
    Simulator simulator = new Simulator(new Netlist(List.of(sketch.build())));
    RangeCheck ranges = new RangeCheck(simulator);
    for (long value : new long[] {5, 3, 2}) {
      simulator.setInput("x", value);
      simulator.evaluate();
      ranges.observe(false);
      simulator.clock();
    }
    simulator.evaluate();
    assertThatThrownBy(() -> ranges.observe(false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cycle 3, module m, node 1")
        .hasMessageContaining("2 is not in [3, 15]");
  }

  /** Word 0 was not written; word 1 holds 2, which the memory's range does not have. */
  @Test
  void theRangeCheckKnowsWhichWordsOfAMemoryWereWritten() {
    ModuleSketch sketch = new ModuleSketch("m");
    int write = sketch.input("write", Range.BIT);
    int address = sketch.input("address", Range.BIT);
    int data = sketch.input("data", Range.unsigned(4));
    sketch.memory(Range.of(3, 15), 2, write, address, data, address);
    Simulator simulator = new Simulator(new Netlist(List.of(sketch.build())));
    RangeCheck ranges = new RangeCheck(simulator);
    simulator.setInput("data", 2);
    simulator.evaluate();
    ranges.observe(false);
    simulator.clock();
    for (int cycle = 0; cycle < 2; cycle++) {
      simulator.setInput("write", 1);
      simulator.setInput("address", 1);
      simulator.evaluate();
      ranges.observe(false);
      simulator.clock();
    }
    simulator.evaluate();
    assertThatThrownBy(() -> ranges.observe(false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cycle 3, module m, node 3")
        .hasMessageContaining("2 is not in [3, 15]");
  }
}
