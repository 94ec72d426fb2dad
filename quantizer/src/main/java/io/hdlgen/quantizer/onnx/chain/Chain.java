package io.hdlgen.quantizer.onnx.chain;

import java.util.ArrayList;
import java.util.List;

/** A composition of steps, the first applied first: a monotone function. */
public record Chain(List<Step> steps) {
  /** The identity. */
  public static final Chain EMPTY = new Chain(List.of());

  public Chain {
    steps = List.copyOf(steps);
  }

  /** This, then {@code more}. */
  public Chain then(List<Step> more) {
    List<Step> all = new ArrayList<>(steps.size() + more.size());
    all.addAll(steps);
    all.addAll(more);
    return new Chain(all);
  }

  /** This, then {@code more}. */
  public Chain then(Chain more) {
    return then(more.steps);
  }

  public double apply(double x) {
    double y = x;
    for (Step step : steps) {
      y = step.apply(y);
    }
    return y;
  }

  /** 1 if the function does not descend, -1 if it does not ascend, 0 if it is constant. */
  public int direction() {
    int direction = 1;
    for (Step step : steps) {
      direction *= step.direction();
    }
    return direction;
  }

  public boolean quantizes() {
    return firstQuantizer() >= 0;
  }

  /** Index of the first step that quantizes, or -1. */
  public int firstQuantizer() {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).quantizes()) {
        return i;
      }
    }
    return -1;
  }

  /** Index of the last step that quantizes, or -1. */
  public int lastQuantizer() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).quantizes()) {
        return i;
      }
    }
    return -1;
  }

  /** The steps {@code [from, to)}. */
  public Chain part(int from, int to) {
    return new Chain(steps.subList(from, to));
  }
}
