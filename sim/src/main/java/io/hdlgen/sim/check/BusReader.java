package io.hdlgen.sim.check;

import io.hdlgen.hdl.signature.Field;
import java.util.Optional;
import java.util.Random;

/** The master's side of the channels that read: one read at a time, compared with the model. */
final class BusReader {
  private final BusPorts ports;
  private final RegisterModel model;
  private final Findings findings;
  private final Random random;
  private final BusChannel addresses;
  private final BusChannel data;
  private int offset = -1;
  private boolean addressValid;
  private boolean taken;
  private boolean answered;
  private boolean dataReady;
  private long waitingData;
  private long waitingResponse;

  BusReader(BusPorts ports, RegisterModel model, Findings findings, Random random) {
    this.ports = ports;
    this.model = model;
    this.findings = findings;
    this.random = random;
    addresses = new BusChannel(random);
    data = new BusChannel(random);
  }

  /** Whether {@link #read} may be called. */
  boolean idle() {
    return offset < 0;
  }

  void read(int address) {
    offset = address;
  }

  /** Forgets what is under way. */
  void reset() {
    offset = -1;
    addressValid = false;
    taken = false;
    answered = false;
  }

  /** Drives the channels for a cycle. */
  void drive(byte[] inputs, boolean always) {
    if (!addressValid) {
      addressValid = offset >= 0 && !taken && addresses.willing(always);
    }
    dataReady = data.willing(always);
    ports.put(inputs, "s_axi_arvalid", addressValid ? 1 : 0);
    ports.put(inputs, "s_axi_araddr", addressValid ? offset : random.nextInt());
    ports.put(inputs, "s_axi_arprot", random.nextInt());
    ports.put(inputs, "s_axi_rready", dataReady ? 1 : 0);
  }

  /**
   * Looks at the settled cycle, before the model moves on to it.
   *
   * @return the offset whose word was compared in this cycle; -1 for none
   */
  int observe(long cycle) {
    boolean valid = ports.high("s_axi_rvalid");
    long word = ports.out("s_axi_rdata");
    long response = ports.out("s_axi_rresp");
    int compared = -1;
    if (answered && !valid) {
      report(cycle, "s_axi_rvalid", "1 until it is taken", "0");
    } else if (answered && (word != waitingData || response != waitingResponse)) {
      report(cycle, "s_axi_rdata", "unchanged while it waits", "a change");
    } else if (valid && !answered && !taken) {
      report(cycle, "s_axi_rvalid", "0 before an address", "1");
    } else if (valid && !answered) {
      compare(cycle, word, response);
      compared = offset;
      answered = true;
    }
    waitingData = word;
    waitingResponse = response;
    if (answered && dataReady) {
      reset();
    }
    if (addressValid && ports.high("s_axi_arready")) {
      addressValid = false;
      taken = true;
    }
    return compared;
  }

  private void compare(long cycle, long word, long response) {
    long wanted = model.readable(offset) ? 0 : 2;
    if (response != wanted) {
      report(cycle, "s_axi_rresp", "" + wanted, "" + response);
    }
    long expected = model.read(offset);
    if (word != expected) {
      Optional<Field> result = model.result(offset);
      findings.report(
          cycle,
          result.map(Field::name).orElse("s_axi_rdata"),
          result.map(field -> "" + value(field, expected)).orElse("" + expected),
          result.map(field -> "" + value(field, word)).orElse("" + word),
          result.isPresent() ? model.shown() : -1);
    }
  }

  /** The word as people read it. */
  private static long value(Field field, long word) {
    return field.min() < 0 && field.width() <= 32 ? (int) word : word;
  }

  private void report(long cycle, String port, String expected, String found) {
    findings.report(cycle, port, expected, found, -1);
  }
}
