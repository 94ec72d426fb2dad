package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.chain.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The outputs without what does not change the class.
 *
 * @param outputs what the class is taken from
 * @param threshold for one output: class 1 where it is reached; empty for the greatest of several
 * @param rectified whether outputs below 0 count as 0: a ReLU that stood on all of several outputs
 * @param notes what to tell the user
 */
public record OutputTail(
    List<Element> outputs, OptionalDouble threshold, boolean rectified, List<String> notes) {

  private static final Step RELU = new Step.Clip(0, Double.POSITIVE_INFINITY);

  /**
   * Takes monotone functions that all outputs share off the end. A single output that cannot be
   * negative is compared with 0.5, any other with 0; a sigmoid or tanh at its end is taken off, and
   * what is before it compared with 0.
   */
  public static OutputTail of(Perceptron perceptron) {
    if (perceptron.outputs().size() == 1 && !perceptron.decided()) {
      return binary(perceptron.outputs().get(0));
    }
    List<Element> outputs = perceptron.outputs();
    List<String> notes = new ArrayList<>();
    boolean rectified = false;
    while (true) {
      Step common = commonLast(outputs);
      if (common == null || common.quantizes() || common.direction() != 1) {
        OutputTail several = new OutputTail(outputs, OptionalDouble.empty(), rectified, notes);
        return OppositeScores.of(outputs)
            .map(one -> new OutputTail(List.of(one.score()), one.threshold(), false, notes))
            .orElse(several);
      }
      if (common instanceof Step.Clip) {
        if (outputs.stream().anyMatch(element -> element.chain().quantizes())) {
          return new OutputTail(outputs, OptionalDouble.empty(), rectified, notes);
        }
        if (!rectified && RELU.equals(common)) {
          rectified = true;
        } else {
          notes.add(
              "A ReLU or clip on all outputs is left out: outputs that it makes equal are decided by"
                  + " their values before it");
        }
      }
      outputs = outputs.stream().map(OutputTail::withoutLast).toList();
    }
  }

  private static OutputTail binary(Element output) {
    Chain chain = output.chain();
    int last = chain.steps().size() - 1;
    Step end = last < 0 ? null : chain.steps().get(last);
    if (end instanceof Step.Sigmoid || end instanceof Step.Tanh) {
      return new OutputTail(List.of(withoutLast(output)), OptionalDouble.of(0), false, List.of());
    }
    double infinity = Double.POSITIVE_INFINITY;
    double lowest = Math.min(chain.apply(-infinity), chain.apply(infinity));
    return new OutputTail(
        List.of(output), OptionalDouble.of(lowest >= 0 ? 0.5 : 0), false, List.of());
  }

  /** The notes for a network that takes the class from the outputs without the ReLU. */
  public List<String> notesWithoutRelu() {
    List<String> all = new ArrayList<>(notes);
    if (rectified) {
      all.add(
          "A ReLU on all outputs is left out: where all are negative, the class is the greatest,"
              + " not the first");
    }
    return all;
  }

  private static Step commonLast(List<Element> outputs) {
    Step common = null;
    for (Element output : outputs) {
      List<Step> steps = output.chain().steps();
      Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
      if (last == null || (common != null && !common.equals(last))) {
        return null;
      }
      common = last;
    }
    return common;
  }

  private static Element withoutLast(Element element) {
    Chain chain = element.chain();
    return new Element(element.source(), chain.part(0, chain.steps().size() - 1));
  }
}
