package io.hdlgen.sim.check;

import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.sim.cycle.Probe;
import io.hdlgen.sim.cycle.Simulator;
import io.hdlgen.sim.port.Port;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The stream ports of a simulated design. Their names are those of AXI4-Stream. */
final class StreamPorts {
  private static final String SOURCE_DATA = "s_axis_tdata";
  private static final String SOURCE_VALID = "s_axis_tvalid";
  private static final String SOURCE_LAST = "s_axis_tlast";
  private static final String RESULT_READY = "m_axis_tready";
  private static final String RESULT_DATA = "m_axis_tdata";
  private static final String RESULT_LAST = "m_axis_tlast";

  /** What a processor's bus shows, by what says that it counts. */
  private static final Map<String, String> BUS_ANSWERS =
      Map.of(
          "s_axi_bresp", "s_axi_bvalid",
          "s_axi_rdata", "s_axi_rvalid",
          "s_axi_rresp", "s_axi_rvalid");

  private final Simulator simulator;
  private final PortRecords records;
  private final Probe sourceReady;
  private final Probe resultValid;
  private final Probe resultLast;
  private final Probe resultData;
  private final Optional<Probe> error;

  StreamPorts(Simulator simulator, PortRecords records) {
    this.simulator = simulator;
    this.records = records;
    sourceReady = simulator.output("s_axis_tready");
    resultValid = simulator.output("m_axis_tvalid");
    resultLast = simulator.output(RESULT_LAST);
    resultData = simulator.output(RESULT_DATA);
    boolean errorFlag =
        simulator.netlist().top().outputs().stream()
            .map(Node.Output::name)
            .anyMatch("error_o"::equals);
    error = errorFlag ? Optional.of(simulator.output("error_o")) : Optional.empty();
  }

  PortRecords records() {
    return records;
  }

  boolean sourceReady() {
    return sourceReady.toLong() != 0;
  }

  boolean resultValid() {
    return resultValid.toLong() != 0;
  }

  boolean resultLast() {
    return resultLast.toLong() != 0;
  }

  boolean hasErrorFlag() {
    return error.isPresent();
  }

  boolean error() {
    return error.isPresent() && error.get().toLong() != 0;
  }

  /** First byte of the result in an output record. */
  int dataAt() {
    return records.outputs().offset(RESULT_DATA);
  }

  /** Bytes of the result. */
  int dataBytes() {
    return (resultData.width() + 7) / 8;
  }

  /** Sets the handshake of an input record; the data are there already. */
  void putHandshake(
      byte[] inputs, int at, boolean reset, boolean valid, boolean last, boolean ready) {
    put(inputs, at, PortRecords.RESET, reset);
    put(inputs, at, SOURCE_VALID, valid);
    put(inputs, at, SOURCE_LAST, last);
    put(inputs, at, RESULT_READY, ready);
  }

  private void put(byte[] inputs, int at, String port, boolean high) {
    inputs[at + records.inputs().offset(port)] = (byte) (high ? 1 : 0);
  }

  /**
   * Bytes that count: the result and its flag only while it is valid, and answers on a processor's
   * bus likewise.
   */
  void putMask(byte[] mask, int at) {
    Arrays.fill(mask, at, at + records.outputs().size(), (byte) -1);
    if (!resultValid()) {
      Arrays.fill(mask, at + dataAt(), at + dataAt() + dataBytes(), (byte) 0);
      mask[at + records.outputs().offset(RESULT_LAST)] = 0;
    }
    for (Port port : records.outputs().ports()) {
      String valid = BUS_ANSWERS.get(port.name());
      if (valid != null && simulator.output(valid).toLong() == 0) {
        int start = at + records.outputs().offset(port.name());
        Arrays.fill(mask, start, start + (port.width() + 7) / 8, (byte) 0);
      }
    }
  }

  /** The source's data port, which an input record must have. */
  String sourceData() {
    return SOURCE_DATA;
  }
}
