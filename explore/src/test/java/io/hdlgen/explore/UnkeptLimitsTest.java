package io.hdlgen.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.search.Limits;
import io.hdlgen.quantizer.json.NetworkJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnkeptLimitsTest {
  private static final double ANY = Double.POSITIVE_INFINITY;

  @Test
  void namesWhatFailsAndHowFar() {
    assertThat(text(new Limits(0.0001, ANY, 0, 0)))
        .isEqualTo("no circuit that keeps --max-area 1.0E-4 (the least is 0.01000 cm2)");
    assertThat(text(new Limits(ANY, 0.001, 0.95, 0.5)))
        .isEqualTo(
            "no circuit that keeps --max-power 0.001 (the least is 0.03000 mW),"
                + " nor --min-accuracy 0.95 (the best is 0.9000 in cross-validation)");
    assertThat(text(new Limits(1, 1, 0.1, 0.81)))
        .isEqualTo(
            "no circuit that keeps --min-balanced 0.81 (the best is 0.8000 in cross-validation)");
  }

  @Test
  void eachAloneIsKept() {
    assertThat(text(new Limits(0.02, ANY, 0.85, 0)))
        .isEqualTo("no circuit that keeps --max-area 0.02 and --min-accuracy 0.85 together");
  }

  private static String text(Limits limits) {
    return UnkeptLimits.text(
        limits, List.of(candidate("a", 0.01, 0.7, 0.6), candidate("b", 0.05, 0.9, 0.8)));
  }

  private static Candidate candidate(String id, double area, double accuracy, double balanced) {
    Quality quality = new Quality(100, accuracy, accuracy, accuracy, balanced);
    return new Candidate(
        id,
        "by hand",
        NetworkJson.read(
            Path.of(System.getProperty("project.root", ".."))
                .resolve("testbenches/conformance/18-thermometer-tree/network.json")),
        new PrintedCost(9, area, 3 * area, 2, 0.1, 0.1, 12),
        quality,
        quality);
  }
}
