package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.flow.progress.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private final StringWriter out = new StringWriter();

  @Test
  void saysHowFarHowWellAndHowLong() {
    try (Progress progress = new ProgressLines(new PrintWriter(out), 0)) {
      progress.stage("training", 4);
      progress.detail("loss 1.000");
      progress.step(2);
      progress.step(3);
      progress.note("By the way");
      progress.stage("measuring", 0);
    }
    assertThat(out.toString().lines())
        .hasSize(5)
        .satisfies(lines -> assertThat(lines.get(0)).isEqualTo("hdlgen: training 0/4"))
        .satisfies(lines -> assertThat(lines.get(1)).isEqualTo("hdlgen: training 2/4, loss 1.000"))
        .satisfies(
            lines ->
                assertThat(lines.get(2))
                    .matches("hdlgen: training 3/4, loss 1\\.000, about \\d+ s left"))
        .satisfies(lines -> assertThat(lines.get(3)).isEqualTo("hdlgen: By the way"))
        .satisfies(lines -> assertThat(lines.get(4)).isEqualTo("hdlgen: measuring"));
  }

  @Test
  void aShortRunPrintsNothing() {
    try (Progress progress = new ProgressLines(new PrintWriter(out))) {
      progress.stage("training", 4);
      progress.step(4);
    }
    assertThat(out.toString()).isEmpty();
  }
}
