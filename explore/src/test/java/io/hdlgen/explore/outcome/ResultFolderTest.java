package io.hdlgen.explore.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontFixture;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
  @TempDir Path folder;

  /** Files that somebody has put beside the networks are not ours. */
  @Test
  void onlyNetworksOfTheEarlierFrontAreRemoved() throws IOException {
    ResultFolder results = ResultFolder.of(folder, "explore", List.of());
    FrontPoint kept = FrontFixture.point("p01", 0.9, 0.9, 1);
    FrontPoint gone = FrontFixture.point("p02", 0.8, 0.8, 0.5);
    Front front = FrontFixture.with(FrontFixture.front(), List.of(gone, kept), List.of());
    results.write(front);
    Files.createDirectories(folder.resolve("networks"));
    for (String name : List.of("p01.json", "p02.json", "mine.json", "notes.txt")) {
      Files.writeString(folder.resolve("networks").resolve(name), name);
    }
    results.write(List.of());
    assertThat(folder.resolve("networks").toFile().list())
        .containsExactlyInAnyOrder("mine.json", "notes.txt");
  }

  @Test
  void oneRunAtATime() throws IOException {
    Path output = folder.resolve("found");
    try (FolderLock first = FolderLock.of(output)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> FolderLock.of(output))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("found another run that is writing there");
    }
    assertThat(output).doesNotExist();
    try (FolderLock again = FolderLock.of(output)) {
      assertThat(again).isNotNull();
      Files.writeString(output.resolve("front.json"), "");
    }
    assertThat(output.toFile().list()).containsExactly("front.json");
    // What a run leaves that was killed is in nobody's way.
    Path killed = Files.createDirectory(folder.resolve("killed"));
    Files.createFile(killed.resolve(".lock"));
    assertThat(ResultFolder.of(killed, "explore", List.of("front.json")).used()).isFalse();
  }
}
