package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hdlgen can train}, {@code can evaluate} and {@code can detect}. */
class CanDetectorCommandTest {
  private static final String SPARK = "data/can/hcrl_survival_spark_fuzzy.csv.gz";

  @TempDir Path folder;

  @Test
  void fromGeneratedTrafficToAlerts() {
    Path train = generate("train.csv", "1");
    Path test = generate("test.csv.gz", "2");
    Path detector = folder.resolve("dos");
    CommandRun trained =
        run(
            "train",
            train,
            "--preset",
            "date23",
            "--attack",
            "dos",
            "--epochs",
            "3",
            "--rows",
            "6000",
            "-o",
            detector,
            "--json");
    assertThat(trained.json().path("accuracy").path("train").doubleValue()).isGreaterThan(0.99);
    assertThat(trained.json().path("floatAccuracy").path("train").doubleValue())
        .isGreaterThan(0.99);

    CommandRun evaluated = run("evaluate", detector, test, "--baseline-log", train, "--json");
    JsonNode json = evaluated.json();
    assertThat(json.get("synthetic").booleanValue()).isTrue();
    assertThat(json.get("f1").doubleValue()).isGreaterThan(0.98);
    assertThat(json.get("results").findValuesAsText("judge"))
        .containsExactly("detector", "whitelist", "intervals");
    assertThat(evaluated.err()).contains("synthetic").doesNotContain("learnt from a log");
    assertThat(run("evaluate", detector, train).err())
        .contains("the detector learnt from a log of this name, and from the same part of it");

    CommandRun detected = run("detect", detector, test);
    JsonNode summary = run("detect", detector, test, "--json").json();
    int alerts = summary.path("alerts").path("dos").intValue();
    assertThat(alerts).isGreaterThan(1000);
    List<String> lines = detected.out().lines().toList();
    assertThat(lines)
        .hasSize(alerts)
        .allMatch(line -> line.matches("[0-9]+\\.[0-9]{6} [0-9A-F]{3} dos -?[0-9]+"));
    assertThat(summary.get("judged")).isEqualTo(summary.get("frames"));
  }

  @Test
  void aRandomSplitIsWarnedOf() {
    Path log = generate("log.csv", "1");
    Path detector = folder.resolve("leaky");
    CommandRun trained =
        run(
            "train",
            log,
            "--attack",
            "dos",
            "--epochs",
            "1",
            "--rows",
            "500",
            "--random-split",
            "-o",
            detector);
    assertThat(trained.err()).contains("leaks");
    assertThat(run("evaluate", detector, log, "--random-split").err()).contains("leaks");
    assertThat(run("evaluate", detector, log, "--from", "3").err()).doesNotContain("leaks");
  }

  @Test
  void badInputIsOneLine() {
    Path log = generate("log.csv", "1");
    Path nowhere = folder.resolve("nowhere");
    refused("no such file", "detect", nowhere, log);
    refused("spoof, dos", "train", log, "--attack", "ddos", "-o", nowhere);
    refused("date23, fpl23", "train", log, "--preset", "dates", "-o", nowhere);
    refused(
        "no window of the class masquerade", "train", log, "--attack", "masquerade", "-o", nowhere);
    refused("--until: found NaN", "train", log, "--attack", "dos", "--until", "NaN", "-o", nowhere);
    refused("--from: found NaN", "evaluate", nowhere, log, "--from", "NaN");
    refused("--from: found -5.0", "evaluate", nowhere, log, "--from", "-5");
    refused("--until: found -1.0", "evaluate", nowhere, log, "--until", "-1");
    refused("--classes 4", "train", log, "--attack", "dos", "--classes", "4", "-o", nowhere);
    refused("no detector", "train", log, "--attack", "dos", "-o", folder);
    assertThat(nowhere).doesNotExist();
  }

  /** A recorded attack, split by time: what has to be shown on it. */
  @Test
  void theSparkIsGuardedBetterThanByAWhitelist() {
    Path log = Path.of("..", "..", "shared", SPARK);
    assumeTrue(Files.exists(log), "skipped: no " + SPARK);
    Path detector = folder.resolve("spark");
    run(
        "train",
        log,
        "--attack",
        "fuzzy",
        "--hidden",
        "32,16",
        "--bits",
        "4",
        "--epochs",
        "15",
        "--until",
        "16.5",
        "-o",
        detector);
    JsonNode json = run("evaluate", detector, log, "--from", "16.5", "--doubtful", "--json").json();
    assertThat(json.get("doubtfulFrames").intValue()).isEqualTo(92);
    for (String labels : List.of("as_given", "left_out", "relabelled")) {
      JsonNode ours = result(json, "detector", labels);
      JsonNode whitelist = result(json, "whitelist", labels);
      assertThat(ours.get("f1").doubleValue())
          .as(labels)
          .isGreaterThan(whitelist.get("f1").doubleValue());
      assertThat(ours.get("falseNegativeRate").doubleValue()).as(labels).isLessThan(0.01);
    }
    // As computed apart from this code.
    JsonNode whitelist = result(json, "whitelist", "as_given");
    assertThat(whitelist.get("falseAlarms").intValue()).isEqualTo(92);
    assertThat(whitelist.path("attacks").path(0).get("detected").intValue()).isEqualTo(2678);
    assertThat(whitelist.path("attacks").path(0).get("windows").intValue()).isEqualTo(2785);
  }

  private static JsonNode result(JsonNode report, String judge, String labels) {
    for (JsonNode result : report.get("results")) {
      if (result.get("judge").asText().equals(judge)
          && result.get("labels").asText().equals(labels)) {
        return result;
      }
    }
    throw new AssertionError(judge + ", " + labels + " in " + report);
  }

  private Path generate(String name, String seed) {
    Path log = folder.resolve(name);
    run("generate", "--minutes", "0.4", "--attacks", "dos", "--seed", seed, "-o", log);
    return log;
  }

  private static CommandRun run(Object... arguments) {
    CommandRun run = CommandRun.of(words(arguments));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private static void refused(String complaint, Object... arguments) {
    CommandRun run = CommandRun.of(words(arguments));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().toList().get((int) run.err().lines().count() - 1))
        .contains(complaint);
  }

  private static String[] words(Object... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "can";
    for (int i = 0; i < arguments.length; i++) {
      words[i + 1] = arguments[i].toString();
    }
    return words;
  }
}
