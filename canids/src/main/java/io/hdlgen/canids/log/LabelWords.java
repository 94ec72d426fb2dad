package io.hdlgen.canids.log;

import io.hdlgen.canids.frame.Label;
import java.util.Arrays;
import java.util.List;

/** The words for labels in logs of the format {@link LogFormat#LABELLED}. */
final class LabelWords {
  private static final Label[] LABELS = Label.values();
  private static final List<String> WORDS = Arrays.stream(LABELS).map(Label::word).toList();

  private LabelWords() {}

  static String of(Label label) {
    return WORDS.get(label.ordinal());
  }

  /** The label of a word that is next; null where there is none. */
  static Label take(LineCursor line) {
    for (int i = 0; i < LABELS.length; i++) {
      if (line.take(WORDS.get(i))) {
        return LABELS[i];
      }
    }
    return null;
  }
}
