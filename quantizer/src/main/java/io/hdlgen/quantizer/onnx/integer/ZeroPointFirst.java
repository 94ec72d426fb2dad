package io.hdlgen.quantizer.onnx.integer;

import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The chain of an input whose {@code QuantizeLinear} adds its zero point before it rounds, as a
 * {@code Quant} does: so the codes are those of its type, and need no bit more.
 *
 * @param exact whether this changes no code; else it changes those of inputs halfway between two,
 *     since the zero point is odd
 */
record ZeroPointFirst(Chain chain, boolean exact) {

  /** The chain with the first zero point moved; any other chain as it is. */
  static ZeroPointFirst of(Chain chain) {
    int at = chain.firstQuantizer();
    List<Step> steps = chain.steps();
    boolean linear =
        at + 2 < steps.size()
            && steps.get(at) instanceof Step.Round
            && steps.get(at + 1) instanceof Step.Clip
            && steps.get(at + 2) instanceof Step.Add;
    double zero = linear ? ((Step.Add) steps.get(at + 2)).term() : 0;
    if (zero == 0 || zero != Math.rint(zero)) {
      return new ZeroPointFirst(chain, true);
    }
    Step.Clip clip = (Step.Clip) steps.get(at + 1);
    List<Step> moved = new ArrayList<>(steps.subList(0, at));
    moved.add(new Step.Add(zero));
    moved.add(new Step.Clip(clip.low() + zero, clip.high() + zero));
    moved.add(steps.get(at));
    moved.addAll(steps.subList(at + 3, steps.size()));
    return new ZeroPointFirst(new Chain(moved), zero % 2 == 0);
  }
}
