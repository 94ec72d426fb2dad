package io.hdlgen.benchmarks;

import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reference inference: rows per second over a batch. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReferenceBenchmark {
  private static final int ROWS = 10_000;

  @Param({"1", "2"})
  public int threads;

  private ReferenceModel model;
  private long[][] codes;

  @Setup
  public void prepare() {
    BenchmarkNetwork network = new BenchmarkNetwork();
    model = new ReferenceModel(network.network());
    codes = network.codes(ROWS);
  }

  /** Classes of 10,000 rows. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int[] classify() {
    return model.classify(codes, threads);
  }
}
