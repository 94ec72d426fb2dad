package io.hdlgen.flow.vivado;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.sim.cycle.Simulator;

/** Writes and reads registers of a simulated design over AXI4-Lite, one after the other. */
final class RegisterBus {
  private static final int LIMIT = 1000;

  private final Simulator simulator;

  RegisterBus(Simulator simulator) {
    this.simulator = simulator;
  }

  void write(int offset, long word) {
    simulator.setInput("s_axi_awaddr", offset);
    simulator.setInput("s_axi_wdata", word);
    simulator.setInput("s_axi_wstrb", 0xf);
    simulator.setInput("s_axi_awvalid", 1);
    simulator.setInput("s_axi_wvalid", 1);
    simulator.setInput("s_axi_bready", 1);
    boolean address = false;
    boolean data = false;
    for (int cycle = 0; ; cycle++) {
      assertThat(cycle).as("cycles").isLessThan(LIMIT);
      simulator.evaluate();
      address |= high("s_axi_awready");
      data |= high("s_axi_wready");
      boolean answered = high("s_axi_bvalid");
      long response = simulator.output("s_axi_bresp").toLong();
      simulator.clock();
      simulator.setInput("s_axi_awvalid", address ? 0 : 1);
      simulator.setInput("s_axi_wvalid", data ? 0 : 1);
      if (answered) {
        assertThat(response).as("answer to a write of %d", offset).isZero();
        return;
      }
    }
  }

  long read(int offset) {
    simulator.setInput("s_axi_araddr", offset);
    simulator.setInput("s_axi_arvalid", 1);
    simulator.setInput("s_axi_rready", 1);
    boolean address = false;
    for (int cycle = 0; ; cycle++) {
      assertThat(cycle).as("cycles").isLessThan(LIMIT);
      simulator.evaluate();
      address |= high("s_axi_arready");
      boolean answered = high("s_axi_rvalid");
      long word = simulator.output("s_axi_rdata").toLong();
      simulator.clock();
      simulator.setInput("s_axi_arvalid", address ? 0 : 1);
      if (answered) {
        return word;
      }
    }
  }

  private boolean high(String port) {
    return simulator.output(port).toLong() != 0;
  }
}
