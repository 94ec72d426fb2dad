package io.hdlgen.sim.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The master's side of the channels that write: addresses and data leave independently of each
 * other, each in the order of the writes. While a channel has nothing valid, it carries noise.
 */
final class BusWriter {
  private final BusPorts ports;
  private final RegisterModel model;
  private final Findings findings;
  private final Random random;
  private final BusChannel addresses;
  private final BusChannel data;
  private final BusChannel responses;
  private final List<BusWrite> writes = new ArrayList<>();
  private int addressesTaken;
  private int dataTaken;
  private int answered;
  private boolean addressValid;
  private boolean dataValid;
  private boolean responseReady;
  private long noise;
  private long lastTaken;
  private boolean waiting;
  private long waitingResponse;

  BusWriter(BusPorts ports, RegisterModel model, Findings findings, Random random) {
    this.ports = ports;
    this.model = model;
    this.findings = findings;
    this.random = random;
    addresses = new BusChannel(random);
    data = new BusChannel(random);
    responses = new BusChannel(random);
  }

  void add(BusWrite write) {
    writes.add(write);
  }

  /** Whether every write is answered. */
  boolean idle() {
    return answered == writes.size();
  }

  int answered() {
    return answered;
  }

  /** The cycle in which the last address or datum was taken. */
  long lastTaken() {
    return lastTaken;
  }

  /** Forgets what is under way. */
  void reset() {
    writes.clear();
    addressesTaken = 0;
    dataTaken = 0;
    answered = 0;
    addressValid = false;
    dataValid = false;
    waiting = false;
  }

  /** Drives the channels for a cycle. */
  void drive(byte[] inputs, boolean always) {
    if (!addressValid) {
      addressValid = addressesTaken < writes.size() && addresses.willing(always);
      noise = random.nextLong();
    }
    if (!dataValid) {
      dataValid = dataTaken < writes.size() && data.willing(always);
    }
    responseReady = responses.willing(always);
    BusWrite address = addressValid ? writes.get(addressesTaken) : null;
    BusWrite word = dataValid ? writes.get(dataTaken) : null;
    ports.put(inputs, "s_axi_awvalid", addressValid ? 1 : 0);
    ports.put(inputs, "s_axi_awaddr", address == null ? noise : address.offset());
    ports.put(inputs, "s_axi_awprot", noise >> 40);
    ports.put(inputs, "s_axi_wvalid", dataValid ? 1 : 0);
    ports.put(inputs, "s_axi_wdata", word == null ? noise >> 3 : word.data());
    ports.put(inputs, "s_axi_wstrb", word == null ? noise >> 35 : word.strobes());
    ports.put(inputs, "s_axi_bready", responseReady ? 1 : 0);
  }

  /** Looks at the settled cycle: the effect of a write on the model, and the rules. */
  void observe(long cycle) {
    boolean valid = ports.high("s_axi_bvalid");
    if (waiting && !valid) {
      report(cycle, "s_axi_bvalid", "1 until it is taken", "0");
    } else if (waiting && ports.out("s_axi_bresp") != waitingResponse) {
      report(cycle, "s_axi_bresp", "unchanged while it waits", "a change");
    } else if (valid && !waiting) {
      respond(cycle);
    }
    waiting = valid && !responseReady;
    waitingResponse = ports.out("s_axi_bresp");
    if (addressValid && ports.high("s_axi_awready")) {
      addressesTaken++;
      addressValid = false;
      lastTaken = cycle;
    }
    if (dataValid && ports.high("s_axi_wready")) {
      dataTaken++;
      dataValid = false;
      lastTaken = cycle;
    }
  }

  private void respond(long cycle) {
    if (answered >= Math.min(addressesTaken, dataTaken)) {
      report(cycle, "s_axi_bvalid", "0 before address and data", "1");
      return;
    }
    BusWrite write = writes.get(answered++);
    boolean refused = model.refuses(write);
    long expected = refused ? 2 : 0;
    if (ports.out("s_axi_bresp") != expected) {
      report(cycle, "s_axi_bresp", "" + expected, "" + ports.out("s_axi_bresp"));
    }
    if (!refused) {
      model.apply(write, cycle);
    }
  }

  private void report(long cycle, String port, String expected, String found) {
    findings.report(cycle, port, expected, found, -1);
  }
}
