package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signal in the middle of a search for approximations: what was found is left, and said once. */
class InterruptedApproximateTest {
  @TempDir Path folder;

  @BeforeEach
  void makeData() throws IOException {
    ExternalTools.need(Tool.YOSYS);
    TinyNetwork.write(folder);
    StringBuilder rows = new StringBuilder("a,b,y\n");
    for (int r = 0; r < 40; r++) {
      int a = r * 7 % 16 - 8;
      int b = r * 3 % 16 - 8;
      rows.append(a).append(',').append(b).append(a < 3 * b ? ",yes\n" : ",no\n");
    }
    Files.writeString(folder.resolve("rows.csv"), rows);
  }

  @Test
  void saysOnceWhatIsLeftAndHowToGoOn() throws Exception {
    CommandProcess process = new CommandProcess(folder, Map.of());
    Process running =
        process.start(
            "approximate",
            "my net.json",
            "--data",
            "rows.csv",
            "--generations",
            "1000000",
            "-o",
            "found");
    while (!Files.exists(folder.resolve("found/trials.json"))) {
      assertThat(running.isAlive()).isTrue();
      Thread.sleep(2);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(running.pid())).start().waitFor();
    CommandRun run;
    try {
      run = process.await(running);
    } finally {
      // It would search for hours.
      running.destroyForcibly();
    }
    assertThat(run.exitCode()).as(run.err()).isEqualTo(130);
    assertThat(run.err())
        .containsOnlyOnce("Stopped")
        .containsOnlyOnce("areas and powers are estimates")
        .contains("until now are in found: front.json, ")
        .endsWith(
            "hdlgen: To go on: hdlgen approximate 'my net.json' --data rows.csv --generations 1000000"
                + " -o found\n");
    assertThat(run.out()).contains("recommended", "report    found/report.html");
    assertThat(folder.resolve("found/front.json")).isNotEmptyFile();
    assertThat(folder.resolve("found/frozen.json")).doesNotExist();
  }
}
