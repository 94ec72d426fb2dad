package io.hdlgen.explore.sensor;

import io.hdlgen.boards.printed.FrontEnd.Parts;
import io.hdlgen.boards.printed.FrontEndParts;
import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.GateNetlist.PortNets;
import io.hdlgen.quantizer.network.InputFeature;
import java.util.ArrayList;
import java.util.List;

/**
 * The converters in front of a circuit.
 *
 * @param list one an input port, in the order of the ports
 */
public record Converters(List<Converter> list) {
  public Converters {
    list = List.copyOf(list);
  }

  /**
   * Those of a mapped circuit, with what it reads and no more.
   *
   * @param features the feature of each input port
   */
  public static Converters of(GateNetlist netlist, List<InputFeature> features) {
    List<PortNets> ports = netlist.inputs();
    if (ports.size() != features.size()) {
      throw new IllegalArgumentException(
          features.size() + " features for " + ports.size() + " ports");
    }
    List<Converter> converters = new ArrayList<>();
    for (int p = 0; p < ports.size(); p++) {
      converters.add(new Converter(features.get(p), FrontEndParts.used(netlist, ports.get(p))));
    }
    return new Converters(converters);
  }

  /** Where all thresholds should lie, {@code [ports][comparators]}. */
  public double[][] thresholds() {
    return list.stream().map(Converter::thresholds).toArray(double[][]::new);
  }

  /** What all are made of. */
  public Parts parts() {
    return list.stream().map(Converter::parts).reduce(Parts.NONE, Parts::plus);
  }
}
