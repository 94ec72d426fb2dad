package io.hdlgen.boards.printed;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The static power of a cell of a Liberty file, state by state: the sum over its supply pins, those
 * of ground left out, through which the same current leaves. A value whose {@code when} names the
 * output holds in the states in which the output is as it says.
 */
final class LibertyLeakage {
  private final LibertyGroup cell;
  private final String output;
  private final List<String> inputs;
  private final LibertyUnits units;
  private final String place;

  LibertyLeakage(
      LibertyGroup cell, String output, List<String> inputs, LibertyUnits units, String place) {
    this.cell = cell;
    this.output = output;
    this.inputs = inputs;
    this.units = units;
    this.place = place;
  }

  /** One number a state of the inputs; the average where no {@code when} tells the states apart. */
  List<Double> nanowatts(LogicFunction function) {
    double[] sums = new double[function.states()];
    boolean[] known = new boolean[function.states()];
    double average = 0;
    boolean averageKnown = false;
    for (LibertyGroup value : cell.groups("leakage_power")) {
      if (!isOfSupply(value)) {
        continue;
      }
      double power = units.number(value, "value", place + ": leakage_power") * units.nanowatts();
      if (value.attribute("when").isPresent()) {
        add(value.attribute("when").get(), power, function, sums, known);
      } else {
        average += power;
        averageKnown = true;
      }
    }
    if (!averageKnown && cell.attribute("cell_leakage_power").isPresent()) {
      average = units.number(cell, "cell_leakage_power", place) * units.nanowatts();
      averageKnown = true;
    }
    Double[] powers = new Double[sums.length];
    for (int state = 0; state < sums.length; state++) {
      if (!known[state] && !averageKnown) {
        throw new InvalidInputException(
            place, "no leakage_power in state " + state, "one for each state of the inputs");
      }
      powers[state] = known[state] ? sums[state] : average;
    }
    return Arrays.asList(powers);
  }

  private void add(
      String when, double power, LogicFunction function, double[] sums, boolean[] known) {
    List<String> names = new ArrayList<>(inputs);
    names.add(output);
    LogicFunction condition;
    try {
      condition = LogicFunction.parse(when, names);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(place + ": when", when, "a condition on pins", e);
    }
    for (int state = 0; state < sums.length; state++) {
      if (condition.at(state | (function.at(state) ? sums.length : 0))) {
        sums[state] += power;
        known[state] = true;
      }
    }
  }

  /** Whether a group is about a supply pin, or about no particular one. */
  static boolean isOfSupply(LibertyGroup group) {
    return group
        .attribute("related_pg_pin")
        .map(pin -> !pin.matches("(?i).*(vss|gnd|ground).*"))
        .orElse(true);
  }
}
