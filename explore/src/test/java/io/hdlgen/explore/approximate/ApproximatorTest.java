package io.hdlgen.explore.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproximatorTest {
  @TempDir Path folder;

  @BeforeAll
  static void needsYosys() {
    boolean there = Doctor.ofEnvironment().find(Tool.YOSYS).isPresent();
    assumeTrue(there || Boolean.getBoolean("require.tools"), "skipped: no yosys");
  }

  @Test
  void aSmallNetworkLosesAreaAndNoAccuracy() throws IOException {
    Path rows = folder.resolve("test_rows.txt");
    Files.write(rows, IntStream.range(0, 30).mapToObj(Integer::toString).toList());
    ApproximateRequest plain = Printed.request(folder, folder.resolve("found"), 6, 2);
    ApproximateResult result =
        Approximator.approximate(tested(plain, rows), Progress.NONE, () -> false);
    FrontPoint given = result.given();
    List<FrontPoint> points = result.front().points();
    assertThat(points)
        .anyMatch(
            point ->
                point.validation().accuracy() >= given.validation().accuracy()
                    && point.cost().areaCm2() < 0.8 * given.cost().areaCm2());
    assertThat(points)
        .isSortedAccordingTo((a, b) -> Double.compare(a.cost().areaCm2(), b.cost().areaCm2()));
    for (FrontPoint point : points) {
      String text = Files.readString(result.folder().resolve(point.network()));
      assertThat(Sha256.of(text)).isEqualTo(point.sha256());
    }
    assertThat(result.folder().resolve("report.html")).isNotEmptyFile();
    assertThat(result.folder().resolve("front.json")).isNotEmptyFile();
    assertThat(given.train().rows() + given.validation().rows()).isEqualTo(120);
    assertThat(given.test().orElseThrow().rows()).isEqualTo(30);
    assertThat(points).allMatch(point -> point.test().isPresent());
    assertThat(Files.readString(result.folder().resolve("frozen.json")))
        .contains(result.front().recommendedPoint().sha256(), given.sha256());
    assertThat(Files.readString(result.folder().resolve("report.html")))
        .contains(
            "Against the network as it was given",
            "written down before test rows were read",
            "with converters")
        .doesNotContain("the folds", "ecision tree", "ublished circuits");
  }

  /** Test rows were read for it: nothing replaces it, be it made otherwise, untested or stopped. */
  @Test
  void aTestedFrontStays() throws IOException {
    Path rows = folder.resolve("test_rows.txt");
    Files.write(rows, IntStream.range(0, 30).mapToObj(Integer::toString).toList());
    Path output = folder.resolve("tested");
    ApproximateRequest plain = Printed.request(folder, output, 6, 2);
    ApproximateRequest request = tested(plain, rows);
    Approximator.approximate(request, Progress.NONE, () -> false);
    Map<String, String> before = contents(output);
    assertThat(before).containsKeys("frozen.json", "front.json", "report.html");
    ApproximateRequest other = tested(Printed.seeded(plain, 8, 1), rows);
    assertThatThrownBy(() -> Approximator.approximate(other, Progress.NONE, () -> false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            output
                + ": found --generations 8; expected --generations 6, with which its front was chosen"
                + " and tested; or another folder, by -o");
    assertThat(contents(output)).isEqualTo(before);
    assertThatThrownBy(() -> Approximator.approximate(plain, Progress.NONE, () -> false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("found a front that was tested");
    assertThat(contents(output)).isEqualTo(before);
    ApproximateResult stopped = Approximator.approximate(request, Progress.NONE, () -> true);
    assertThat(stopped.notes())
        .contains("Stopped. The front in " + output + " was tested before and stays as it is");
    assertThat(contents(output)).isEqualTo(before);
  }

  /** All but what was tried: of that there may be more. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.endsWith("trials.json"))
              .toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void rowsThatCannotBeToldApartAreRefused() throws IOException {
    ApproximateRequest request = Printed.request(folder, folder.resolve("equal"), 1, 1);
    StringBuilder text = new StringBuilder("x0,x1,x2,label\n");
    for (int r = 0; r < 30; r++) {
      text.append("1,2,3,").append("abc".charAt(r % 3)).append('\n');
    }
    Files.writeString(request.rows().data().data(), text);
    assertThatThrownBy(() -> Approximator.approximate(request, Progress.NONE, () -> false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("found the same features in all rows");
  }

  private static ApproximateRequest tested(ApproximateRequest plain, Path rows) {
    return new ApproximateRequest(
        plain.network(),
        new TestedData(plain.rows().data(), Optional.of(rows), Optional.empty()),
        plain.target(),
        plain.aim(),
        plain.maxLoss(),
        plain.output(),
        plain.population(),
        plain.generations(),
        plain.seed(),
        plain.threads());
  }

  /** What was tried is not tried again, and the end is that of a search that was never stopped. */
  @Test
  void goesOnWhereItWasStopped() throws IOException {
    Path rows = folder.resolve("test_rows.txt");
    Files.write(rows, IntStream.range(0, 30).mapToObj(Integer::toString).toList());
    ApproximateRequest request =
        tested(Printed.request(folder, folder.resolve("whole"), 6, 1), rows);
    ApproximateResult whole = Approximator.approximate(request, Progress.NONE, () -> false);
    Path trials = whole.folder().resolve("trials.json");
    ApproximateRequest other =
        tested(Printed.request(folder, folder.resolve("stopped"), 6, 2), rows);
    AtomicInteger asked = new AtomicInteger();
    ApproximateResult stopped =
        Approximator.approximate(other, Progress.NONE, () -> asked.incrementAndGet() > 2);
    assertThat(stopped.stopped()).isTrue();
    Path checkpoint = stopped.folder().resolve("trials.json");
    assertThat(Files.size(checkpoint)).isLessThan(Files.size(trials));
    // Were they tried again, nothing would be told of the change.
    String text = Files.readString(checkpoint);
    Files.writeString(checkpoint, text.replaceFirst("\"areaCm2\": [0-9.]+", "\"areaCm2\": 0.5"));
    Approximator.approximate(other, Progress.NONE, () -> true);
    assertThat(Files.readString(checkpoint)).contains("\"areaCm2\": 0.5");
    Files.writeString(checkpoint, text);
    ApproximateResult resumed = Approximator.approximate(other, Progress.NONE, () -> false);
    assertThat(checkpoint).hasSameBinaryContentAs(trials);
    assertThat(resumed.front().points()).isEqualTo(whole.front().points());
    assertThat(resumed.front().evaluated()).isEqualTo(whole.front().evaluated());
    ApproximateRequest seeded = Printed.seeded(other, 6, 2);
    assertThatThrownBy(() -> Approximator.approximate(seeded, Progress.NONE, () -> false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("found --seed 2; expected --seed 1, with which its trials were made");
  }

  /** Classes are told by their names, in test rows, too. */
  @Test
  void theOrderOfClassesDoesNotMatter() throws IOException {
    ApproximateRequest request = Printed.request(folder, folder.resolve("abc"), 6, 2);
    Path data = request.rows().data().data();
    Path test = folder.resolve("test_rows.txt");
    Files.write(test, IntStream.range(0, 30).mapToObj(Integer::toString).toList());
    ApproximateResult abc =
        Approximator.approximate(tested(request, test), Progress.NONE, () -> false);
    String rows = Files.readString(data);
    ApproximateRequest same = Printed.request(folder, folder.resolve("cab"), 6, 2);
    IntegerNetwork network = Printed.network();
    Files.writeString(
        same.network(),
        NetworkJson.write(
            new IntegerNetwork(
                network.name(),
                network.inputs(),
                network.layers(),
                network.decision(),
                List.of("c", "a", "b"))));
    String numbered = rows.replace(",a\n", ",0\n").replace(",b\n", ",1\n").replace(",c\n", ",2\n");
    Files.writeString(
        data, numbered.replace(",0\n", ",c\n").replace(",1\n", ",a\n").replace(",2\n", ",b\n"));
    ApproximateResult cab =
        Approximator.approximate(tested(same, test), Progress.NONE, () -> false);
    assertThat(tried(cab)).hasSizeGreaterThan(6).isEqualTo(tried(abc));
    assertThat(cab.given().train()).isEqualTo(abc.given().train());
    assertThat(cab.given().test()).isEqualTo(abc.given().test());
    assertThat(cab.front().points())
        .extracting(FrontPoint::cost)
        .isEqualTo(abc.front().points().stream().map(FrontPoint::cost).toList());
  }

  /** What each network of a search was worth, in the order in which they were tried. */
  private static List<Double> tried(ApproximateResult result) throws IOException {
    List<Double> worth = new ArrayList<>();
    for (JsonNode trial :
        new ObjectMapper()
            .readTree(result.folder().resolve("trials.json").toFile())
            .get("trials")) {
      worth.add(trial.get("merit").asDouble());
      worth.add(trial.get("areaCm2").asDouble());
    }
    return worth;
  }

  @Test
  void stoppedAtOnceItKeepsTheNetworkItself() throws IOException {
    List<String> told = new ArrayList<>();
    Path output = folder.resolve("stopped");
    ApproximateResult result =
        Approximator.approximate(
            Printed.request(folder, output, 1000, 1), new Listener(told), () -> true);
    assertThat(result.stopped()).isTrue();
    assertThat(result.front().points()).hasSize(1);
    assertThat(result.notes())
        .isEqualTo(told)
        .endsWith(
            "Stopped. The best of 1 network until now are in "
                + output
                + ": front.json, and networks/ for emit",
            "Circuits were not mapped: areas and powers are estimates, and no delay is known");
    assertThat(result.front().points().get(0).sha256()).isEqualTo(result.given().sha256());
    assertThat(Files.readString(result.folder().resolve("report.html")))
        .contains("No test rows were read", "the others, which chose")
        .doesNotContain("written down before");
  }

  /** Hears notes. */
  private record Listener(List<String> told) implements Progress {
    @Override
    public void stage(String name, long total) {}

    @Override
    public void step(long done) {}

    @Override
    public void detail(String text) {}

    @Override
    public void note(String sentence) {
      told.add(sentence);
    }

    @Override
    public void close() {}
  }
}
