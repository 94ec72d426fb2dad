package io.hdlgen.explore.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.explore.outcome.SearchRun;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialFileTest {
  @TempDir Path folder;
  private Path path;
  private TrialFile file;

  @BeforeEach
  void choosePath() {
    path = folder.resolve("deep/trials.json");
    file = new TrialFile(path, run("this run", "--seed 1", "--aim accuracy"));
  }

  /** To the last bit: what goes on from them must not differ. */
  @Test
  void comesBack() {
    assertThat(file.read()).isEmpty();
    Random random = new Random(2);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      trials.add(
          new Trial(
              RecipeSpace.at(random.doubles(RecipeSpace.DIMENSIONS).toArray()),
              random.nextDouble(),
              1 / (1.0 + i),
              Math.pow(10, -6 * random.nextDouble()),
              i == 0 ? 0 : 1e-9 * random.nextDouble(),
              random.nextDouble(),
              random.nextDouble()));
      file.write(trials);
      assertThat(file.read()).isEqualTo(trials);
    }
  }

  @Test
  void refusals() throws IOException {
    file.write(List.of(new Trial(Tables.recipe(), 0.5, 0.25, 0.125, 1, 0.0625, 0.5)));
    String good = Files.readString(path);
    assertThatThrownBy(
            () -> new TrialFile(path, run("another run", "--seed 1", "--aim accuracy")).read())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the trials of files of other content, or of another version")
        .hasMessageContaining("choose another -o");
    refused(good.replace("hdlgen-trials", "hdlgen-network"));
    refused(
        good.replace("\"version\" : 2", "\"version\" : 99")
            .replace("\"version\": 2", "\"version\": 99"));
    refused(good.replace("0.5", "1.5"));
    refused(good.replace("0.25", "-0.25"));
    refused(good.replace("0.125", "\"small\""));
    refused(good.replace("\"run\"", "\"ran\""));
    refused(good.replace("\"leaves\"", "\"leafs\""));
    refused(good.substring(0, good.length() / 2));
    refused("");
    Files.delete(path);
    Files.createDirectory(path);
    assertThatThrownBy(file::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no readable file");
  }

  @Test
  void keysThatNobodyKnows() throws IOException {
    file.write(List.of(new Trial(Tables.recipe(), 0.5, 0.25, 0.125, 1, 0.0625, 0.5)));
    String good = Files.readString(path);
    Files.writeString(path, good.replace("\"leaves\"", "\"depth\": 3, \"leaves\""));
    assertThatThrownBy(file::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(path + ": trials[0]: found key depth; expected bits, leaves, ");
    Files.writeString(path, good.replace("\"run\"", "\"seed\": 3, \"run\""));
    assertThatThrownBy(file::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(path + ": found key seed; expected run, options, choice, trials");
  }

  /** Options that differ are named, those of the choice only once it was tested. */
  @Test
  void otherOptionsAreNamed() throws IOException {
    file.write(List.of());
    TrialFile otherSeed = new TrialFile(path, run("another run", "--seed 2", "--aim accuracy"));
    assertThatThrownBy(() -> otherSeed.check(false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            path.getParent()
                + ": found --seed 2; expected --seed 1, with which its trials were made; or another"
                + " folder, by -o");
    TrialFile otherAim = new TrialFile(path, run("this run", "--seed 1", "--aim balanced"));
    otherAim.check(false);
    assertThatThrownBy(() -> otherAim.check(true))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "found --aim balanced; expected --aim accuracy, with which its front was chosen");
    file.check(true);
    // What does not say how its circuits were chosen does not say so later, either.
    String unknown = Files.readString(path).replaceAll("(?s)\"(options|choice)\": \\[.*?\\],", "");
    Files.writeString(path, unknown);
    otherAim.check(true);
    otherAim.write(List.of());
    file.check(true);
  }

  private static SearchRun run(String digest, String option, String choice) {
    return new SearchRun(digest, List.of("no --label", option), List.of(choice, "no --max-area"));
  }

  private void refused(String text) throws IOException {
    Files.writeString(path, text);
    assertThatThrownBy(file::read)
        .as(text)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("trials.json");
  }
}
