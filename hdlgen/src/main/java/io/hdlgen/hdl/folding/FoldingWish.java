package io.hdlgen.hdl.folding;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What decides the foldings of a network's layers. */
public sealed interface FoldingWish {

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method a kind. */
  interface Visitor<R> {
    R visit(ByHand wish);

    R visit(Rate wish);

    R visit(Latency wish);

    R visit(Luts wish);
  }

  /**
   * Foldings that somebody names.
   *
   * @param foldings by the layer's index; a layer that is not named has nothing in parallel
   */
  record ByHand(Map<Integer, Folding> foldings) implements FoldingWish {
    public ByHand {
      foldings = Collections.unmodifiableMap(new TreeMap<>(foldings));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The smallest design of this many inferences a second, at the design's clock. */
  record Rate(double perSecond) implements FoldingWish {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The smallest design with at most this latency in us, at the design's clock. */
  record Latency(double microseconds) implements FoldingWish {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** The fastest design within an estimate of this many look-up tables. */
  record Luts(long most) implements FoldingWish {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
