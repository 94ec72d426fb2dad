package io.hdlgen.benchmarks;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.sim.cycle.InputPort;
import io.hdlgen.sim.cycle.Simulator;
import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cycle-accurate simulation: cycles per second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SimulatorBenchmark {
  private final BigInteger[] beats = new BigInteger[64];
  private Simulator simulator;
  private InputPort data;
  private int next;

  @Setup
  public void prepare() {
    simulator =
        new Simulator(
            HardwareCompiler.compile(new BenchmarkNetwork().network(), BenchmarkNetwork.options())
                .netlist());
    data = simulator.input("s_axis_tdata");
    Random random = new Random(1);
    for (int i = 0; i < beats.length; i++) {
      beats[i] = new BigInteger(data.width(), random).and(Range.unsigned(data.width()).max());
    }
    for (String port : new String[] {"s_axis_tvalid", "s_axis_tlast", "m_axis_tready"}) {
      simulator.setInput(port, 1);
    }
    simulator.setReset(true);
    simulator.evaluate();
    simulator.clock();
    simulator.setReset(false);
  }

  /** A cycle with a new beat. */
  @Benchmark
  public long cycle() {
    data.set(beats[next++ & 63]);
    simulator.evaluate();
    long valid = simulator.output("m_axis_tvalid").toLong();
    simulator.clock();
    return valid;
  }
}
