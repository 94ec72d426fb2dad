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
 * @param elements row-major; past a decision, the scores that the class is taken from
 * @param stage index of the dense stage whose sums the elements read; -1 for the network's inputs
 * @param classNames what the elements are called as classes; empty if the graph does not say
 */
record Signal(int[] shape, List<Element> elements, int stage, Kind kind, List<String> classNames) {
  /** What a value is. */
  enum Kind {
    VALUES,
    /** Past a softmax: from here on only asked for the greatest. */
    SCORES,
    /** The class itself, as a number or a name. */
    LABEL
  }

  Signal {
    elements = List.copyOf(elements);
    classNames = List.copyOf(classNames);
  }

  Signal(int[] shape, List<Element> elements, int stage) {
    this(shape, elements, stage, Kind.VALUES, List.of());
  }

  /** A stage's sums. */
  static Signal source(int[] shape, int stage) {
    return source(shape, stage, 0);
  }

  /** A stage's sums or, for stage -1, the network's inputs from {@code first} on. */
  static Signal source(int[] shape, int stage, int first) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < Layout.size(shape); i++) {
      elements.add(new Element(first + i, Chain.EMPTY));
    }
    return new Signal(shape, elements, stage);
  }

  Signal arranged(Layout layout) {
    List<Element> arranged = Arrays.stream(layout.sources()).mapToObj(elements::get).toList();
    return new Signal(layout.shape(), arranged, stage, kind, classNames);
  }

  Signal mapped(Elementwise elementwise) {
    int[] sources = elementwise.layout().sources();
    List<Element> mapped = new ArrayList<>(sources.length);
    for (int i = 0; i < sources.length; i++) {
      Element element = elements.get(sources[i]);
      mapped.add(new Element(element.source(), element.chain().then(elementwise.chains().get(i))));
    }
    return new Signal(elementwise.layout().shape(), mapped, stage, kind, classNames);
  }

  /** The scores, from here on only asked for the greatest. */
  Signal decide() {
    return kind == Kind.VALUES ? of(Kind.SCORES) : this;
  }

  /** The class with the greatest score. */
  Signal label() {
    return of(Kind.LABEL);
  }

  private Signal of(Kind other) {
    return new Signal(shape, elements, stage, other, classNames);
  }

  /** This with names for its classes. */
  Signal named(List<String> names) {
    return new Signal(shape, elements, stage, kind, names);
  }

  boolean decided() {
    return kind != Kind.VALUES;
  }

  /** What became of each element's source. */
  List<Chain> chains() {
    return elements.stream().map(Element::chain).toList();
  }

  /** Whether each element reads the same sum or input as the other's. */
  boolean hasSourcesOf(Signal other) {
    if (stage != other.stage || elements.size() != other.elements.size()) {
      return false;
    }
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i).source() != other.elements.get(i).source()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the other is asked for the greatest of the same scores. */
  boolean sameScores(Signal other) {
    return stage == other.stage && elements.equals(other.elements);
  }
}
