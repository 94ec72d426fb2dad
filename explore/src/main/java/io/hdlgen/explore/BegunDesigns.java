package io.hdlgen.explore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BooleanSupplier;

/** Knows which designs have been begun and not finished, so that none is left so. */
final class BegunDesigns {
  private final BooleanSupplier stop;
  private final Set<String> begun = new ConcurrentSkipListSet<>();

  BegunDesigns(BooleanSupplier stop) {
    this.stop = stop;
  }

  /** The same maker, watched; begins nothing any more once it is to stop. */
  Designs.Maker watching(Designs.Maker maker) {
    return circuit -> {
      if (stop.getAsBoolean()) {
        throw new CancellationException("stopped before the design of " + circuit.id());
      }
      begun.add(circuit.id());
      MadeDesign made = maker.make(circuit);
      begun.remove(circuit.id());
      return made;
    };
  }

  /** The circuits whose designs are not finished. */
  List<String> unfinished() {
    return List.copyOf(begun);
  }
}
