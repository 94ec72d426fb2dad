package io.hdlgen.canids.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.testing.VerilogTools;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @TempDir private Path folder;

  @Test
  void goesAllTheWay() throws IOException, InterruptedException {
    VerilogTools.VERILATOR.require();
    Path out = folder.resolve("demo");
    DemoResult result = new Demo(new DemoRequest(out, 1, 0.5, 3, 200, 1), Progress.NONE).run();
    assertThat(result.passed()).isTrue();
    assertThat(result.measured().synthetic()).isTrue();
    assertThat(result.verified().compared().check().alerts()).isPositive();
    assertThat(result.emitted().beforeEndOfFrame()).isTrue();
    assertThat(CanonicalJson.read(result.toJson()))
        .containsEntry("synthetic", true)
        .containsKeys("f1", "falseNegativeRate", "falseAlarmsPerHour", "verification");
    assertThat(out.resolve("design/rtl/can_ids.v")).exists();
  }
}
