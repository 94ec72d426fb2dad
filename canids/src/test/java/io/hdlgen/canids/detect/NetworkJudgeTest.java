package io.hdlgen.canids.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.canids.feature.FeatureExtractor;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.FrameSource;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.quantizer.reference.Inference;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NetworkJudgeTest {
  private static final int FRAMES = 3000;

  private record Verdict(long timeUs, int classIndex, double score) {}

  @Test
  void verdictsAreThoseOfTheReferenceInTheOrderOfTheFrames() {
    Detector detector = TestDetectors.random(3, 3);
    List<CanFrame> frames = frames();
    List<Verdict> expected = expected(detector, frames);
    assertThat(expected.stream().map(Verdict::classIndex).distinct().count()).isEqualTo(4);
    for (int threads = 1; threads <= 3; threads++) {
      List<Verdict> found = new ArrayList<>();
      new NetworkJudge(detector, threads)
          .judge(
              source(frames),
              (frame, classIndex, score) ->
                  found.add(new Verdict(frame.timeUs(), classIndex, score)));
      assertThat(found).isEqualTo(expected);
    }
  }

  /** On a quiet bus a verdict must not wait until a block is full. */
  @Test
  void verdictsComeWhileTheSourceWaitsForMoreFrames() throws InterruptedException {
    Iterator<CanFrame> frames = frames().subList(0, 5).iterator();
    CountDownLatch verdicts = new CountDownLatch(5);
    boolean[] inTime = new boolean[1];
    FrameSource live =
        () -> {
          if (frames.hasNext()) {
            return frames.next();
          }
          try {
            inTime[0] = verdicts.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return null;
        };
    new NetworkJudge(TestDetectors.random(1, 3), 2)
        .judge(live, (frame, classIndex, score) -> verdicts.countDown());
    assertThat(inTime[0]).isTrue();
  }

  @Test
  void whatEndsTheSourceComesAfterTheVerdictsBeforeIt() {
    Iterator<CanFrame> frames = frames().subList(0, 700).iterator();
    FrameSource broken =
        () -> {
          if (frames.hasNext()) {
            return frames.next();
          }
          throw new IllegalArgumentException("broken off");
        };
    int[] count = {0};
    assertThatThrownBy(
            () ->
                new NetworkJudge(TestDetectors.random(2, 3), 2)
                    .judge(broken, (frame, classIndex, score) -> count[0]++))
        .hasMessage("broken off");
    assertThat(count[0]).isEqualTo(700);
  }

  @Test
  @Timeout(20)
  void errorsEndTheSource() {
    FrameSource broken =
        () -> {
          throw new StackOverflowError("too deep");
        };
    NetworkJudge judge = new NetworkJudge(TestDetectors.random(2, 3), 2);
    assertThatThrownBy(() -> judge.judge(broken, (frame, classIndex, score) -> {}))
        .hasMessage("too deep");
  }

  private static List<Verdict> expected(Detector detector, List<CanFrame> frames) {
    FeatureExtractor extractor = new FeatureExtractor(detector.features());
    ReferenceModel reference = new ReferenceModel(detector.network());
    List<Verdict> verdicts = new ArrayList<>();
    for (CanFrame frame : frames) {
      int[] codes = extractor.next(frame);
      if (codes == null) {
        verdicts.add(new Verdict(frame.timeUs(), VerdictSink.NONE, 0));
        continue;
      }
      Inference inference = reference.infer(Arrays.stream(codes).asLongStream().toArray());
      long[] scores = inference.scores().toArray();
      double score = Math.max(scores[1], scores[2]) - scores[0];
      verdicts.add(new Verdict(frame.timeUs(), inference.classIndex(), score));
    }
    return verdicts;
  }

  private static FrameSource source(List<CanFrame> frames) {
    Iterator<CanFrame> iterator = frames.iterator();
    return () -> iterator.hasNext() ? iterator.next() : null;
  }

  private static List<CanFrame> frames() {
    Random random = new Random(7);
    List<CanFrame> frames = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      frames.add(CanFrame.of(200L * i, random.nextInt(2048), 8, random.nextLong(), Label.UNKNOWN));
    }
    return frames;
  }
}
