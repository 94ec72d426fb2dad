package io.hdlgen.quantizer.onnx.mlp;

import io.hdlgen.quantizer.onnx.chain.Chain;
import io.hdlgen.quantizer.onnx.fold.Elementwise;
import io.hdlgen.quantizer.onnx.fold.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A value of the graph that depends on the network's input.
 *
 * @param shape dimensions, the batch included; not to be changed
 * @param elements row-major
 * @param stage index of the dense stage whose sums the elements read; -1 for the network's inputs
 * @param decided whether it is past a softmax, argmax or top-k: {@code elements} are then the
 *     scores that the class is taken from
 */
record Signal(int[] shape, List<Element> elements, int stage, boolean decided) {
  Signal {
    elements = List.copyOf(elements);
  }

  /** The network's input itself, or a stage's sums. */
  static Signal source(int[] shape, int stage) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < Layout.size(shape); i++) {
      elements.add(new Element(i, Chain.EMPTY));
    }
    return new Signal(shape, elements, stage, false);
  }

  Signal arranged(Layout layout) {
    List<Element> arranged = Arrays.stream(layout.sources()).mapToObj(elements::get).toList();
    return new Signal(layout.shape(), arranged, stage, decided);
  }

  Signal mapped(Elementwise elementwise) {
    int[] sources = elementwise.layout().sources();
    List<Element> mapped = new ArrayList<>(sources.length);
    for (int i = 0; i < sources.length; i++) {
      Element element = elements.get(sources[i]);
      mapped.add(new Element(element.source(), element.chain().then(elementwise.chains().get(i))));
    }
    return new Signal(elementwise.layout().shape(), mapped, stage, decided);
  }

  /** The scores, from here on only asked for the greatest. */
  Signal decide() {
    return new Signal(shape, elements, stage, true);
  }
}
