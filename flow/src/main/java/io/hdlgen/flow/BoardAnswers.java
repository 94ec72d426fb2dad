package io.hdlgen.flow;

import io.hdlgen.hdl.board.WireLayout;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.reference.Inference;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.List;

/** Collects a board's answers, tells of them in the order of the rows, and counts wrong ones. */
final class BoardAnswers {
  private final IntegerNetwork network;
  private final WireLayout layout;
  private final ReferenceModel.Results expected;
  private final BoardRow.Listener listener;
  private final BoardRow[] rows;
  private final int[] classes;
  private int count;
  private int told;
  private int mismatches;

  /**
   * @param expected of the reference, a row each
   */
  BoardAnswers(
      IntegerNetwork network,
      WireLayout layout,
      ReferenceModel.Results expected,
      BoardRow.Listener listener) {
    this.network = network;
    this.layout = layout;
    this.expected = expected;
    this.listener = listener;
    this.rows = new BoardRow[expected.classes().length];
    this.classes = new int[rows.length];
  }

  /** Takes the results of a row, in the order of the layout. */
  void add(int row, List<Long> results, int attempts) {
    LongVector reference = LongVector.of(expected.scores()[row]);
    int wanted = expected.classes()[row];
    int said = Inference.NO_CLASS;
    List<Long> scores = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Field field = layout.outputs().get(i);
      if (field.name().equals("class")) {
        said = Math.toIntExact(results.get(i));
      } else {
        scores.add(results.get(i));
      }
    }
    LongVector found = LongVector.of(scores.stream().mapToLong(Long::longValue).toArray());
    int decided =
        scores.isEmpty() ? wanted : ReferenceModel.decide(network.decision().onScores(), found);
    boolean right = scores.isEmpty() || found.equals(reference);
    boolean hasClass = layout.outputs().get(0).name().equals("class");
    int classIndex = hasClass ? said : decided;
    right &= classIndex == wanted;
    classes[row] = classIndex;
    mismatches += right ? 0 : 1;
    rows[row] = new BoardRow(row, name(classIndex), found, attempts, right);
    count++;
    while (told < rows.length && rows[told] != null) {
      listener.answered(rows[told]);
      told++;
    }
  }

  private String name(int index) {
    if (index == Inference.NO_CLASS) {
      return "";
    }
    return index < network.classNames().size() ? network.classNames().get(index) : "#" + index;
  }

  /** Rows that have been answered. */
  int count() {
    return count;
  }

  int mismatches() {
    return mismatches;
  }

  /** The class of each row. */
  int[] classes() {
    return classes;
  }
}
