package io.hdlgen.canids.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureExtractorTest {
  private static final List<FrameField> EVERY = List.of(FrameField.values());

  @ParameterizedTest
  @CsvSource({"1, CODES", "2, CODES", "4, CODES", "16, CODES", "1, BITS", "4, BITS"})
  void givesWhatTheDefinitionSays(int window, InputForm form) {
    FeatureSpec spec = new FeatureSpec(window, EVERY, form);
    FeatureExtractor extractor = new FeatureExtractor(spec);
    List<CanFrame> frames = RandomFrames.of(window, 3000);
    for (int i = 0; i < frames.size(); i++) {
      assertThat(list(extractor.next(frames.get(i))))
          .describedAs("seed %d frame %d", window, i)
          .isEqualTo(NaiveFeatures.of(spec, frames, i));
    }
  }

  @Test
  void framesThatAreOnlyLookedAtChangeNothing() {
    FeatureSpec spec = new FeatureSpec(3, EVERY);
    FeatureExtractor extractor = new FeatureExtractor(spec);
    List<CanFrame> frames = RandomFrames.of(7, 2000);
    List<CanFrame> wrong = RandomFrames.of(8, 2000);
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < frames.size(); i++) {
      for (int n = random.nextInt(3); n > 0; n--) {
        CanFrame other = wrong.get(random.nextInt(wrong.size()));
        List<CanFrame> seen = new ArrayList<>(frames.subList(0, i));
        seen.add(other);
        assertThat(list(extractor.preview(other))).isEqualTo(NaiveFeatures.of(spec, seen, i));
      }
      assertThat(list(extractor.next(frames.get(i)))).isEqualTo(NaiveFeatures.of(spec, frames, i));
    }
  }

  @Test
  void everyCodeFitsItsBitsAndIsReached() {
    FeatureSpec spec = new FeatureSpec(1, EVERY);
    FeatureExtractor extractor = new FeatureExtractor(spec);
    int[] least = new int[spec.features()];
    int[] most = new int[spec.features()];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (CanFrame frame : RandomFrames.of(3, 50_000)) {
      int[] codes = extractor.next(frame);
      for (int i = 0; i < codes.length; i++) {
        least[i] = Math.min(least[i], codes[i]);
        most[i] = Math.max(most[i], codes[i]);
      }
    }
    for (int i = 0; i < least.length; i++) {
      assertThat(least[i]).isZero();
      if (EVERY.get(i) == FrameField.LENGTH) {
        assertThat(most[i]).isEqualTo(8);
      } else if (EVERY.get(i) != FrameField.SAME_ID) {
        assertThat(most[i]).describedAs("%s", EVERY.get(i)).isEqualTo((1 << spec.bits(i)) - 1);
      }
    }
  }

  /** The edges of every power of two, and of the turnover after 2^20 ticks. */
  @Test
  void gapsAreCountedInBits() {
    for (int bits = 0; bits <= 21; bits++) {
      for (long ticks : new long[] {(1L << bits) - 1, 1L << bits}) {
        FeatureExtractor extractor =
            new FeatureExtractor(new FeatureSpec(1, List.of(FrameField.GAP)));
        assertThat(extractor.next(frame(63, 5))).containsExactly(15);
        assertThat(extractor.next(frame(ticks * 64, 5)))
            .describedAs("%d ticks", ticks)
            .containsExactly(Math.min(15, Long.SIZE - Long.numberOfLeadingZeros(ticks % 1048576)));
      }
    }
  }

  @Test
  void sixteenFramesAreRemembered() {
    FeatureExtractor extractor =
        new FeatureExtractor(new FeatureSpec(1, List.of(FrameField.SAME_ID)));
    for (int i = 0; i < 20; i++) {
      assertThat(extractor.next(frame(i, 5))).containsExactly(Math.min(15, i));
    }
    for (int i = 0; i < 20; i++) {
      assertThat(extractor.preview(frame(99, 5)))
          .containsExactly(Math.max(0, Math.min(15, 16 - i)));
      extractor.next(frame(99, 6));
    }
  }

  @Test
  void theNewestInjectedFrameNamesTheWindow() {
    FeatureExtractor extractor =
        new FeatureExtractor(new FeatureSpec(2, List.of(FrameField.ID_LOW)));
    Label[] given = {Label.BENIGN, Label.DOS, Label.FUZZY, Label.BENIGN, Label.BENIGN};
    Label[] window = {Label.BENIGN, Label.DOS, Label.FUZZY, Label.FUZZY, Label.BENIGN};
    for (int i = 0; i < given.length; i++) {
      extractor.next(frame(i, 5).labelled(given[i]));
      assertThat(extractor.label()).isEqualTo(window[i]);
    }
  }

  @Test
  void forgetsAll() {
    FeatureSpec spec = new FeatureSpec(2, EVERY);
    FeatureExtractor extractor = new FeatureExtractor(spec);
    List<CanFrame> frames = RandomFrames.of(1, 100);
    frames.forEach(extractor::next);
    extractor.clear();
    for (int i = 0; i < frames.size(); i++) {
      assertThat(list(extractor.next(frames.get(i)))).isEqualTo(NaiveFeatures.of(spec, frames, i));
    }
  }

  private static CanFrame frame(long timeUs, int id) {
    return CanFrame.of(timeUs, id, 0, 0, Label.BENIGN);
  }

  private static List<Integer> list(int[] codes) {
    return codes == null ? List.of() : Arrays.stream(codes).boxed().toList();
  }
}
