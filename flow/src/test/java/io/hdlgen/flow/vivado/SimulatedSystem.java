package io.hdlgen.flow.vivado;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.dma.DmaAdapter;
import io.hdlgen.hdl.dma.DmaWords;
import io.hdlgen.sim.cycle.Simulator;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** The adapter and the design behind it, cycle by cycle, as the block design connects them. */
final class SimulatedSystem {
  private final Simulator adapter;
  private final Simulator core;
  private final DmaWords words;

  SimulatedSystem(HardwareDesign hardware, int wordBits) {
    words = DmaWords.of(hardware.signature(), wordBits);
    adapter = new Simulator(DmaAdapter.of("adapter", words));
    core = new Simulator(hardware.netlist());
    adapter.setReset(true);
    core.setReset(true);
    cycle();
    adapter.setReset(false);
    core.setReset(false);
  }

  /** The registers of the design, while no packet is under way. */
  RegisterBus registers() {
    return new RegisterBus(core);
  }

  /** Sends a packet, and gives what comes back until its end. */
  byte[] transfer(byte[] sent, int inferences) {
    int bytes = words.wordBits() / 8;
    assertThat(sent.length).isEqualTo(inferences * words.inferenceWords() * bytes);
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    adapter.setInput("m_axis_tready", 1);
    int place = 0;
    boolean last = false;
    for (int cycles = 0; !last; cycles++) {
      assertThat(cycles).as("cycles").isLessThan(100_000);
      boolean more = place < sent.length;
      adapter.setInput("s_axis_tvalid", more ? 1 : 0);
      if (more) {
        adapter.setInput("s_axis_tdata", word(sent, place, bytes));
        adapter.setInput("s_axis_tlast", place + bytes == sent.length ? 1 : 0);
      }
      settle();
      if (more && high(adapter, "s_axis_tready")) {
        place += bytes;
      }
      if (high(adapter, "m_axis_tvalid")) {
        byte[] word = new byte[bytes];
        adapter.output("m_axis_tdata").write(word, 0);
        received.writeBytes(word);
        last = high(adapter, "m_axis_tlast");
      }
      adapter.clock();
      core.clock();
    }
    assertThat(high(adapter, "error_o") || high(core, "error_o")).as("error").isFalse();
    assertThat(received.size()).isEqualTo(inferences * words.resultWords() * bytes);
    return received.toByteArray();
  }

  private static BigInteger word(byte[] bytes, int place, int count) {
    byte[] word = Arrays.copyOfRange(bytes, place, place + count);
    byte[] reversed = new byte[count];
    for (int i = 0; i < count; i++) {
      reversed[i] = word[count - 1 - i];
    }
    return new BigInteger(1, reversed);
  }

  private void cycle() {
    settle();
    adapter.clock();
    core.clock();
  }

  /** Until the signals between the two are what both see. */
  private void settle() {
    for (int round = 0; round < 3; round++) {
      adapter.evaluate();
      core.evaluate();
      pass(adapter, "m_beat_tdata", core, "s_axis_tdata");
      pass(adapter, "m_beat_tvalid", core, "s_axis_tvalid");
      pass(adapter, "m_beat_tlast", core, "s_axis_tlast");
      pass(core, "s_axis_tready", adapter, "m_beat_tready");
      pass(core, "m_axis_tdata", adapter, "s_result_tdata");
      pass(core, "m_axis_tvalid", adapter, "s_result_tvalid");
      pass(core, "m_axis_tlast", adapter, "s_result_tlast");
      pass(adapter, "s_result_tready", core, "m_axis_tready");
    }
    adapter.evaluate();
    core.evaluate();
  }

  private static void pass(Simulator from, String output, Simulator to, String input) {
    to.setInput(input, from.output(output).value());
  }

  private static boolean high(Simulator simulator, String port) {
    return simulator.output(port).toLong() != 0;
  }
}
