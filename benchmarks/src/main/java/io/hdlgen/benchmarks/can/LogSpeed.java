package io.hdlgen.benchmarks.can;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;
import io.hdlgen.canids.log.Conversion;
import io.hdlgen.canids.log.ConvertRequest;
import io.hdlgen.canids.log.LogFormat;
import io.hdlgen.canids.log.LogReader;
import io.hdlgen.canids.log.LogSource;
import io.hdlgen.canids.log.ReadMode;
import io.hdlgen.canids.traffic.Attack;
import io.hdlgen.canids.traffic.GenerateRequest;
import io.hdlgen.canids.traffic.Generation;
import io.hdlgen.canids.traffic.TrafficGenerator;
import io.hdlgen.canids.traffic.TrafficSpec;
import io.hdlgen.flow.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Frames a second of the traffic generator and of each format of logs, plain and gzip: the median
 * of five runs after one that is not counted, and the slowest and fastest of them.
 */
public final class LogSpeed {
  private static final int RUNS = 5;
  private static final double MEGABYTE = 1e6;
  private static final double SECOND_NS = 1e9;

  /** Something that handles frames, and says how many. */
  private interface Work {
    long run();
  }

  private LogSpeed() {}

  /** Takes the minutes of traffic, 20 without. */
  public static void main(String[] arguments) throws IOException {
    double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 20;
    TrafficSpec traffic =
        TrafficSpec.minutes(minutes, List.of(Attack.DOS, Attack.FUZZY, Attack.GEAR, Attack.RPM), 1);
    Path folder = Files.createTempDirectory("can-speed");
    try {
      System.out.println("| what | frames/s, median | slowest | fastest | frames | MB |");
      System.out.println("|---|---|---|---|---|---|");
      row("generate", 0, () -> count(new TrafficGenerator(traffic)));
      for (String suffix : List.of("", ".gz")) {
        Path log = folder.resolve("log" + suffix);
        GenerateRequest request = new GenerateRequest(traffic, log, LogFormat.LABELLED);
        row(
            "generate and write labelled" + suffix,
            0,
            () -> Generation.generate(request, Progress.NONE).totalFrames());
        for (LogFormat format : LogFormat.values()) {
          Path other = folder.resolve("other" + suffix);
          LogSource source = LogSource.of(log);
          ConvertRequest conversion = new ConvertRequest(source, ReadMode.DEFAULT, other, format);
          Conversion.convert(conversion, Progress.NONE);
          ReadMode mode = ReadMode.DEFAULT.withFormat(format);
          row(
              "read " + format.word() + suffix,
              Files.size(other),
              () -> count(LogReader.open(LogSource.of(other), mode)));
          Files.delete(other);
        }
        Files.delete(log);
      }
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static long count(FrameSource source) {
    try (source) {
      long frames = 0;
      for (CanFrame frame = source.next(); frame != null; frame = source.next()) {
        frames++;
      }
      return frames;
    }
  }

  private static void row(String what, long bytes, Work work) {
    long frames = work.run();
    double[] rates = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      work.run();
      rates[i] = frames * SECOND_NS / (System.nanoTime() - start);
    }
    Arrays.sort(rates);
    System.out.println(
        String.format(
            Locale.ROOT,
            "| %s | %,.0f | %,.0f | %,.0f | %,d | %s |",
            what,
            rates[RUNS / 2],
            rates[0],
            rates[RUNS - 1],
            frames,
            bytes == 0 ? "" : String.format(Locale.ROOT, "%.0f", bytes / MEGABYTE)));
  }
}
