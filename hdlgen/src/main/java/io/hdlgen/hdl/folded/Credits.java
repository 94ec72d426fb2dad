package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;

/**
 * Places in a queue that its writer may still promise away. The queue tells of a place that has
 * become free one cycle later, and in that cycle the place counts.
 */
final class Credits {
  private final ModuleBuilder builder;
  private final Origin origin;
  private final Level level;
  private final int freed;
  private final int places;
  private final int some;

  /**
   * Credits.
   *
   * @param depth places of the queue
   * @param freed 1 in the cycle after one in which a place has become free
   */
  Credits(ModuleBuilder builder, Origin origin, int depth, int freed) {
    this.builder = builder;
    this.origin = origin;
    this.level = new Level(builder, depth);
    this.freed = freed;
    this.places =
        builder.feedback(origin, Range.of(0, depth), Register.ALWAYS, BigInteger.valueOf(depth));
    this.some = builder.or(origin.as("room"), level.isSome(origin.as("place"), places), freed);
  }

  /** 1 where there is a place. */
  int some() {
    return some;
  }

  /**
   * Takes a place in each cycle in which {@code takes} is 1.
   *
   * @return what {@link #some} will be in the next cycle if no place becomes free in this one
   */
  int take(int takes) {
    int next = level.moved(origin, places, freed, takes);
    builder.connect(places, next);
    return level.isSome(origin.as("place_next"), next);
  }
}
