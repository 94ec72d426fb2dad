package io.hdlgen.boards.printed;

import io.hdlgen.boards.plan.ToolReportException;
import io.hdlgen.boards.printed.GateNetlist.Gate;
import io.hdlgen.boards.printed.GateNetlist.PortNets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Puts gates behind those that drive them (Kahn, 1962), and finds what nobody drives. */
final class GateOrder {
  private static final int NONE = -1;
  private static final int SOURCE = -2;

  private final String where;
  private final List<Gate> gates;
  private final List<PortNets> outputs;
  private final int[] drivers;

  GateOrder(
      String where, int nets, List<PortNets> inputs, List<PortNets> outputs, List<Gate> gates) {
    this.where = where;
    this.gates = gates;
    this.outputs = outputs;
    drivers = new int[nets];
    Arrays.fill(drivers, NONE);
    drivers[GateNetlist.ZERO] = SOURCE;
    drivers[GateNetlist.ONE] = SOURCE;
    for (PortNets port : inputs) {
      port.nets().forEach(net -> drive(net, SOURCE, "port " + port.name()));
    }
    for (int g = 0; g < gates.size(); g++) {
      drive(gates.get(g).output(), g, "cell " + gates.get(g).name());
    }
  }

  private void drive(int net, int driver, String place) {
    if (drivers[net] != NONE) {
      throw new ToolReportException(where, place + " drives a net that has a driver");
    }
    drivers[net] = driver;
  }

  List<Gate> sorted() {
    int[] missing = new int[gates.size()];
    List<List<Integer>> followers = new ArrayList<>();
    gates.forEach(gate -> followers.add(new ArrayList<>()));
    Deque<Integer> ready = new ArrayDeque<>();
    for (int g = 0; g < gates.size(); g++) {
      for (int net : gates.get(g).inputs()) {
        int driver = driver(net, "cell " + gates.get(g).name());
        if (driver >= 0) {
          missing[g]++;
          followers.get(driver).add(g);
        }
      }
      if (missing[g] == 0) {
        ready.add(g);
      }
    }
    outputs.forEach(port -> port.nets().forEach(net -> driver(net, "port " + port.name())));
    List<Gate> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      int g = ready.remove();
      sorted.add(gates.get(g));
      for (int follower : followers.get(g)) {
        if (--missing[follower] == 0) {
          ready.add(follower);
        }
      }
    }
    if (sorted.size() < gates.size()) {
      throw new ToolReportException(where, "gates form a loop");
    }
    return sorted;
  }

  private int driver(int net, String place) {
    if (drivers[net] == NONE) {
      throw new ToolReportException(where, place + " reads a net that nothing drives");
    }
    return drivers[net];
  }
}
