package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive with rows to learn from and rows to test on: each command takes the right ones. */
class ArchiveDataTest {
  private static final int TRAINING = 60;
  private static final int TEST = 20;

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void writeArchive() throws IOException {
    data = folder.resolve("keras.npz");
    Random random = new Random(1);
    try (NpzFile file = new NpzFile(data)) {
      file.matrix("x_train", features(TRAINING, random))
          .labels("y_train", labels(TRAINING))
          .matrix("x_test", features(TEST, random))
          .labels("y_test", labels(TEST));
    }
  }

  private static double[][] features(int rows, Random random) {
    double[][] features = new double[rows][2];
    for (int r = 0; r < rows; r++) {
      features[r][0] = (r % 2 == 0 ? -2 : 2) + 0.3 * random.nextGaussian();
      features[r][1] = random.nextGaussian();
    }
    return features;
  }

  private static byte[] labels(int rows) {
    byte[] labels = new byte[rows];
    for (int r = 0; r < rows; r++) {
      labels[r] = (byte) (r % 2);
    }
    return labels;
  }

  @Test
  void learntFromAndMeasuredBy() {
    Path network = folder.resolve("net.json");
    JsonNode trained = train(network, "--bits", "4");
    assertThat(trained.get("rows").asInt()).isEqualTo(TRAINING);
    assertThat(trained.get("unseen").get("rows").asInt()).isEqualTo(TEST);
    assertThat(trained.get("notes").toString()).doesNotContain("trained on");
    JsonNode named = train(network, "--bits", "4", "--test-data", data.toString());
    assertThat(named.get("accuracy")).isEqualTo(trained.get("accuracy"));

    JsonNode predicted =
        json("predict", network, "--data", data.toString(), "--train-data", data.toString());
    assertThat(predicted.get("rows").asInt()).isEqualTo(TEST);
    assertThat(predicted.get("unseen").get("rows").asInt()).isEqualTo(TEST);

    Path model = folder.resolve("model.json");
    train(model);
    for (String[] options :
        new String[][] {
          {"--data", data.toString()}, {"--data", data.toString(), "--test-data", data.toString()}
        }) {
      assertMeasured(json("emit", model, options, "--bits", "4", "--dry-run"));
      assertMeasured(
          json("quantize", model, options, "--bits", "4", "-o", folder.resolve("q.json") + ""));
      assertMeasured(json("emit", network, options, "--dry-run"));
    }
  }

  private static void assertMeasured(JsonNode result) {
    JsonNode accuracy = result.get("accuracy");
    assertThat(accuracy.get("rows").asInt()).isEqualTo(TEST);
    assertThat(accuracy.get("source").asText()).isEqualTo("keras.npz[x_test]");
    assertThat(accuracy.get("learnt").asBoolean()).isFalse();
  }

  private JsonNode train(Path output, String... options) {
    List<String> all = new ArrayList<>(List.of("train", "--data", data.toString()));
    all.addAll(List.of("--hidden", "4", "--epochs", "3", "--json", "-o", output.toString()));
    all.addAll(List.of(options));
    return run(all);
  }

  private static JsonNode json(String command, Path model, String... options) {
    return json(command, model, options, "--json");
  }

  private static JsonNode json(String command, Path model, String[] some, String... others) {
    List<String> all = new ArrayList<>(List.of(command, model.toString()));
    all.addAll(List.of(some));
    all.addAll(List.of(others));
    if (!all.contains("--json")) {
      all.add("--json");
    }
    return run(all);
  }

  private static JsonNode run(List<String> arguments) {
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.json();
  }
}
