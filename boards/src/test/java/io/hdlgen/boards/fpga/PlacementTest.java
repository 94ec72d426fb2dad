package io.hdlgen.boards.fpga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hdlgen.boards.plan.ToolReportException;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final String REPORT =
      """
      { "critical_paths": [
          { "from": "posedge clk", "to": "<async>", "path": [
              { "type": "clk-to-q", "delay": 99, "from": {"cell":"x"}, "to": {"cell":"y"} } ] },
          { "from": "posedge clk", "to": "posedge clk", "path": [
              { "type": "clk-to-q", "delay": 1.5, "from": {"cell":"a"}, "to": {"cell":"a"} },
              { "type": "routing", "delay": 2, "from": {"cell":"a"}, "to": {"cell":"b"},
                "net": "w1" },
              { "type": "logic", "delay": 0.5, "from": {"cell":"b"}, "to": {"cell":"b"} },
              { "type": "routing", "delay": 3.25, "from": {"cell":"b"}, "to": {"cell":"c"},
                "net": "w2" },
              { "type": "setup", "delay": 0.75, "from": {"cell":"c"}, "to": {"cell":"c"} } ] } ],
        "fmax": { "clk": { "achieved": 125.5, "constraint": 12 },
                  "fast": { "achieved": 300, "constraint": 12 } },
        "utilization": { "LC": { "used": 40, "available": 5280 },
                         "PLL": { "used": 0, "available": 1 } } }
      """;

  @Test
  void readsTheSlowestClockAndItsPath() {
    Placement placement = Placement.read(REPORT, "r.json");
    assertThat(placement.fmaxMhz()).isEqualTo(125.5);
    TimingPath path = placement.critical().orElseThrow();
    assertThat(path.delayNs()).isCloseTo(8, within(1e-9));
    assertThat(path.routingNs()).isCloseTo(5.25, within(1e-9));
    assertThat(path.names()).containsExactly("w1", "w2", "c");
  }

  @Test
  void leavesOutWhatIsNotUsed() {
    assertThat(Placement.read(REPORT, "r.json").sites())
        .containsOnlyKeys("LC")
        .containsEntry("LC", new Placement.Use(40, 5280));
  }

  @Test
  void unknownFormsAreErrors() {
    refuses("", "it has no fmax");
    refuses("nextpnr 9: see report.xml", "Unrecognized token");
    refuses("{}", "it has no fmax");
    refuses("{\"fmax\": {}}", "it has no clock");
    refuses("{\"fmax\": {\"c\": {}}}", "no number achieved where one belongs");
    refuses(REPORT.replace("\"utilization\"", "\"use\""), "it has no utilization");
    refuses(REPORT.replace("\"delay\": 3.25", "\"ns\": 3.25"), "no number delay");
  }

  private static void refuses(String text, String problem) {
    assertThatThrownBy(() -> Placement.read(text, "r.json"))
        .isInstanceOf(ToolReportException.class)
        .hasMessageStartingWith("r.json is not as expected: ")
        .hasMessageContaining(problem);
  }
}
