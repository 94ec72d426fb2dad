package io.hdlgen.canids.rtl.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.sim.cycle.Simulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BitModuleTest {
  /** Clocks from the pin to the level that edges are seen in. */
  private static final int FILTER = 4;

  private static final int IDLE = 50;

  /** The clocks of the samples, counted from the first edge. */
  private static List<Integer> samples(BitTiming timing, boolean[] line) {
    Simulator bits = new Simulator(new Netlist(List.of(BitModule.of(timing))));
    bits.setReset(true);
    bits.setInput(ReceiverPorts.LINE, 1);
    bits.evaluate();
    bits.clock();
    bits.setReset(false);
    List<Integer> samples = new ArrayList<>();
    for (int clock = 0; clock < line.length; clock++) {
      int at = clock - IDLE - FILTER;
      bits.setInput(ReceiverPorts.LINE, line[clock] ? 1 : 0);
      bits.setInput(BitModule.HARD, at <= 0 ? 1 : 0);
      bits.evaluate();
      if (at >= 0 && bits.output(BitModule.SAMPLE).toLong() != 0) {
        samples.add(at);
      }
      bits.clock();
    }
    return samples;
  }

  /** An edge that comes early or late moves the sample point by that much, up to the jump. */
  @ParameterizedTest
  @CsvSource({"11, 4, 4", "12, 7, 2", "5, 2, 1"})
  void edgesMoveTheSamplePoint(int beforeSample, int phase2, int jump) {
    BitTiming timing = new BitTiming(beforeSample, phase2, jump);
    int bit = timing.clocksPerBit();
    for (int error = -phase2; error <= beforeSample; error++) {
      boolean[] line = new boolean[IDLE + FILTER + 4 * bit];
      for (int clock = 0; clock < line.length; clock++) {
        int at = clock - IDLE;
        line[clock] = at < 0 || (at >= bit && at < 2 * bit + error);
      }
      int moved = Math.max(-jump, Math.min(jump, error));
      int third = 2 * bit + beforeSample + moved;
      assertThat(samples(timing, line))
          .as("edge %d clocks late", error)
          .startsWith(beforeSample, bit + beforeSample, third);
    }
  }
}
