package io.hdlgen.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.outcome.SearchRun;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.train.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same request ends with the same trials, come what may. */
class SearchTest {
  private static final Effort EFFORT = new Effort(200, 1, 4);

  private static final SearchRun RUN = new SearchRun("run", List.of(), List.of());

  @TempDir Path folder;
  private final Samples samples = Tables.blobs(60);

  @Test
  void threadsChangeNothing() throws IOException {
    List<Trial> one = search("one", 1, 5, Integer.MAX_VALUE);
    assertThat(search("three", 3, 5, Integer.MAX_VALUE)).isEqualTo(one);
    assertThat(folder.resolve("three")).hasSameBinaryContentAs(folder.resolve("one"));
    assertThat(one).hasSizeGreaterThan(24).hasSizeLessThanOrEqualTo(3 * (12 + 4 * 6));
    assertThat(one.stream().map(Trial::recipe)).doesNotHaveDuplicates();
    assertThat(one).allMatch(trial -> trial.accuracy() > 0 && trial.accuracy() <= 1);
    assertThat(search("other", 2, 6, Integer.MAX_VALUE)).isNotEqualTo(one);
  }

  /** Stopped in the first generation, then in a later one, then run to the end. */
  @Test
  void goesOnAfterStops() throws IOException {
    List<Trial> whole = search("whole", 2, 5, Integer.MAX_VALUE);
    List<Trial> first = search("stopped", 2, 5, 7);
    assertThat(first).hasSize(7).isEqualTo(whole.subList(0, 7));
    List<Trial> second = search("stopped", 1, 5, whole.size() - 12);
    assertThat(second).hasSize(whole.size() - 5).isEqualTo(whole.subList(0, whole.size() - 5));
    assertThat(search("stopped", 2, 5, Integer.MAX_VALUE)).isEqualTo(whole);
    assertThat(folder.resolve("stopped")).hasSameBinaryContentAs(folder.resolve("whole"));
    // Nothing is left to be tried.
    List<Long> steps = new ArrayList<>();
    run("stopped", 1, 5, steps::add, new AtomicBoolean());
    assertThat(steps).isEmpty();
  }

  /** Trials of a longer search do not change what a shorter one finds. */
  @Test
  void whatIsRememberedBesideDoesNotCount() throws IOException {
    TrialFile file = new TrialFile(folder.resolve("more"), RUN);
    List<Trial> whole = search("alone", 2, 5, Integer.MAX_VALUE);
    Trial other = new Trial(Tables.recipe(0.9, 0.9, 0.9), 1, 1, 0, 0, 0, 0);
    file.write(List.of(other, whole.get(3)));
    assertThat(search("more", 2, 5, Integer.MAX_VALUE)).isEqualTo(whole);
    assertThat(file.read()).contains(other);
  }

  @Test
  void stoppedBeforeTheFirstTrial() {
    assertThat(run("none", 2, 5, step -> {}, new AtomicBoolean(true))).isEmpty();
    assertThat(Files.exists(folder.resolve("none"))).isTrue();
  }

  /** A search that is stopped after so many trials of its own. */
  private List<Trial> search(String file, int threads, long seed, int trials) {
    AtomicBoolean stop = new AtomicBoolean();
    return run(
        file,
        threads,
        seed,
        step -> {
          if (step >= trials) {
            stop.set(true);
          }
        },
        stop);
  }

  private interface Steps {
    void step(long done);
  }

  private List<Trial> run(String file, int threads, long seed, Steps steps, AtomicBoolean stop) {
    Progress progress =
        new Progress() {
          @Override
          public void stage(String name, long total) {}

          @Override
          public void step(long done) {
            steps.step(done);
          }

          @Override
          public void detail(String text) {}

          @Override
          public void note(String sentence) {}

          @Override
          public void close() {}
        };
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      return new Search(
              samples,
              Tables.folds(samples, EFFORT.repetitions()),
              new Goal(Aim.ACCURACY, Limits.NONE),
              Tables.COSTS,
              EFFORT,
              seed,
              workers,
              stop::get,
              progress)
          .run(new TrialFile(folder.resolve(file), RUN));
    } finally {
      workers.shutdownNow();
    }
  }
}
