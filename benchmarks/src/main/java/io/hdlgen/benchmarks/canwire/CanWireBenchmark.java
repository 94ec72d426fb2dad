package io.hdlgen.benchmarks.canwire;

import io.hdlgen.canids.rtl.receiver.BitTiming;
import io.hdlgen.canids.rtl.receiver.ReceiverOptions;
import io.hdlgen.canids.rtl.receiver.check.ReceiverCheck;
import io.hdlgen.canids.rtl.receiver.check.ReceiverCheck.Result;
import io.hdlgen.canids.wire.BusTraffic;
import io.hdlgen.canids.wire.Nuisances;
import io.hdlgen.canids.wire.Waveform.Disturbance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the receiver in Verilator against the model of the bus. */
@Command(
    name = "can-wire",
    mixinStandardHelpOptions = true,
    description = "The CAN receiver against the model of the bus, in Verilator.")
public final class CanWireBenchmark implements Callable<Integer> {
  private static final int BATCH = 2000;
  private static final int CLOCK_MHZ = 16;

  /** Steps of the sweep: differences of 0.05 %. */
  private static final double STEP = 0.0005;

  @Option(names = "--frames", description = "frames and incidents with all nuisances")
  private int frames = 20_000;

  @Option(names = "--sweep-frames", description = "frames at each difference of clocks")
  private int sweepFrames = 1000;

  @Option(names = "--clocks", split = ",", description = "clocks a bit of the sweep")
  private List<Integer> clocks = List.of(8, 10, 16, 20, 40);

  @Option(names = "--seed")
  private long seed = 1;

  private CanWireBenchmark() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CanWireBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("can-wire");
    int differences = disturbed(folder);
    System.out.println(
        "| clocks a bit | sample point | jump | ISO bound | frames alone | with incidents |");
    System.out.println("|---|---|---|---|---|---|");
    for (int count : clocks) {
      sweep(count, folder);
    }
    return differences == 0 ? 0 : 1;
  }

  private int disturbed(Path folder) throws IOException {
    ReceiverCheck check = check(16);
    long start = System.nanoTime();
    long events = 0;
    long bits = 0;
    int valid = 0;
    int differences = 0;
    for (int done = 0; done < frames; done += BATCH) {
      BusTraffic traffic = new BusTraffic(seed + done, Nuisances.of(0.004, 0.1, 0.4));
      traffic.send(Math.min(BATCH, frames - done));
      double phase = (done % 7) / 7.0;
      Disturbance disturbance = new Disturbance(phase, 0.4, 0.05);
      Result result = check.inVerilator(traffic.bus(), disturbance, seed + done, folder);
      events += result.events();
      valid += result.valid();
      bits += traffic.bus().line().size();
      differences += result.differences();
      if (result.differences() > 0) {
        System.out.println("seed " + (seed + done) + ": " + result.first());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%,d frames and incidents, %,d bits, %,d valid frames, %,d events compared:"
            + " %,d differences, %.0f s%n%n",
        frames,
        bits,
        valid,
        events,
        differences,
        (System.nanoTime() - start) / 1e9);
    return differences;
  }

  private static ReceiverCheck check(int clocksPerBit) {
    return new ReceiverCheck(
        new ReceiverOptions(BitTiming.of(clocksPerBit), CLOCK_MHZ, ReceiverOptions.TIME_BITS));
  }

  private void sweep(int clocksPerBit, Path folder) throws IOException {
    ReceiverCheck check = check(clocksPerBit);
    BitTiming timing = BitTiming.of(clocksPerBit);
    System.out.printf(
        Locale.ROOT,
        "| %d | %.1f %% | %d | %.2f %% | %.2f %% | %.2f %% |%n",
        clocksPerBit,
        100 * timing.samplePoint(),
        timing.jumpWidth(),
        100 * timing.tolerance(),
        100 * largest(check, 0, folder),
        100 * largest(check, 0.4, folder));
  }

  /** The largest difference of clocks, either way, up to which all is right. */
  private double largest(ReceiverCheck check, double incidents, Path folder) throws IOException {
    double right = 0;
    for (int step = 1; step < 100; step++) {
      double tolerance = step * STEP;
      for (double length : new double[] {1 + tolerance, 1 - tolerance}) {
        BusTraffic traffic =
            new BusTraffic(seed + step, new Nuisances(length, length, 0, incidents));
        traffic.send(sweepFrames);
        Disturbance disturbance = new Disturbance(0.37, 0, 0);
        if (check.inVerilator(traffic.bus(), disturbance, seed, folder).differences() > 0) {
          return right;
        }
      }
      right = tolerance;
    }
    return right;
  }
}
