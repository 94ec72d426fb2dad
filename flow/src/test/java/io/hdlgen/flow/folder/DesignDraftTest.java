package io.hdlgen.flow.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignDraftTest {
  /** A process number that no system gives. */
  private static final String DEAD = "999999999";

  private static final SortedMap<String, String> INPUTS = new TreeMap<>();

  @TempDir Path folder;

  @Test
  void nobodySeesADraftBeforeItIsCommitted() throws IOException {
    Path target = folder.resolve("design");
    try (DesignDraft draft = DesignDraft.begin(target, false)) {
      draft.write("rtl/top.v", "module top;\n");
      assertThat(target).doesNotExist();
      draft.commit("1.2.3", "hdlgen emit a.onnx", INPUTS);
    }
    assertThat(names(folder)).containsExactly("design");
    assertThat(target.resolve("rtl/top.v")).hasContent("module top;\n");
    assertThat(DesignFolder.open(target).changed()).isEmpty();
    assertThat(DesignFolder.open(target).manifest().command()).isEqualTo("hdlgen emit a.onnx");
  }

  @Test
  void nothingStaysOfAnAbandonedDraft() throws IOException {
    try (DesignDraft draft = DesignDraft.begin(folder.resolve("a/b/design"), false)) {
      draft.write("x", "x");
    }
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void replacesAFolderOfOurs() throws IOException {
    Path target = folder.resolve("design");
    write(target, "old");
    write(target, "new");
    assertThat(target.resolve("file")).hasContent("new");
    assertThat(names(folder)).containsExactly("design");
  }

  /** The user may add one while the long work goes on. */
  @Test
  void refusesToLoseWhatTheUserAdded() throws IOException {
    Path target = folder.resolve("design");
    write(target, "old");
    DesignDraft.check(target, false);
    Files.createSymbolicLink(target.resolve("extra"), folder);
    assertThatThrownBy(() -> DesignDraft.begin(target, false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("found extra, which emit did not write");
    assertThat(names(folder)).containsExactly("design");
    DesignDraft.begin(target, true).close();
    assertThat(target.resolve("extra")).exists();
  }

  @Test
  void keepsTheOldFolderWhileTheNewOneIsIncomplete() throws IOException {
    Path target = folder.resolve("design");
    write(target, "old");
    try (DesignDraft draft = DesignDraft.begin(target, false)) {
      draft.write("file", "new");
    }
    assertThat(target.resolve("file")).hasContent("old");
    assertThat(names(folder)).containsExactly("design");
  }

  @Test
  void refusesWhatItDidNotWrite() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path file = Files.writeString(folder.resolve("file"), "x");
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    Files.writeString(foreign.resolve("manifest.json"), "{\"format\": \"web-app\"}");
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.writeString(broken.resolve("manifest.json"), "{\"format\": \"hdlgen-mani");
    for (Path path : List.of(empty, file, foreign, broken)) {
      assertThatThrownBy(() -> DesignDraft.begin(path, false))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith(path + ": found a f")
          .hasMessageContaining("choose another -o");
      assertThatThrownBy(() -> DesignDraft.check(path, false))
          .isInstanceOf(InvalidInputException.class);
    }
    assertThatThrownBy(() -> DesignDraft.begin(Path.of("/"), false))
        .isInstanceOf(InvalidInputException.class);
    assertThat(names(folder)).containsExactly("broken", "empty", "file", "foreign");
  }

  @Test
  void replacesTheFolderBehindALink() throws IOException {
    Path target = folder.resolve("design");
    write(target, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    write(link, "new");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(target.resolve("file")).hasContent("new");
  }

  @Test
  void aParentThatIsAFileCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> DesignDraft.begin(file.resolve("design"), false))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith("cannot write " + file.resolve("design") + ": ")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void finishesAnExchangeThatWasKilledBetweenItsRenames() throws IOException {
    Path target = folder.resolve("design");
    write(target, "old");
    Files.move(target, folder.resolve(".design.old-" + DEAD));
    write(folder.resolve("fresh"), "new");
    Files.move(folder.resolve("fresh"), folder.resolve(".design.tmp-" + DEAD));
    assertThat(Files.readString(DesignFolder.open(target).file("file"))).isEqualTo("new");
    assertThat(names(folder)).containsExactly("design");
  }

  @Test
  void takesTheOldFolderBackWhereTheNewOneIsIncomplete() throws IOException {
    Path target = folder.resolve("design");
    write(target, "old");
    Files.move(target, folder.resolve(".design.old-" + DEAD));
    Path incomplete = Files.createDirectory(folder.resolve(".design.tmp-" + DEAD));
    Files.writeString(incomplete.resolve("file"), "ne");
    new FolderSwap(target).recover();
    assertThat(target.resolve("file")).hasContent("old");
    assertThat(names(folder)).containsExactly("design");
  }

  @Test
  void deletesTheOldFolderThatAKilledRunLeft() throws IOException {
    Path target = folder.resolve("design");
    write(target, "old");
    Files.move(target, folder.resolve(".design.old-" + DEAD));
    write(target, "new");
    assertThat(target.resolve("file")).hasContent("new");
    assertThat(names(folder)).containsExactly("design");
  }

  @Test
  void leavesAloneWhatARunningProcessOrSomebodyElseOwns() throws IOException {
    Path target = folder.resolve("design");
    long running = ProcessHandle.current().parent().orElseThrow().pid();
    Files.createDirectory(folder.resolve(".design.tmp-" + running));
    Files.createDirectory(folder.resolve(".design.tmp-mine"));
    Files.createDirectory(folder.resolve(".design2.tmp-" + DEAD));
    write(target, "new");
    assertThat(names(folder))
        .containsExactly(
            ".design.tmp-" + running, ".design.tmp-mine", ".design2.tmp-" + DEAD, "design");
  }

  @Test
  void refusesToWriteAfterTheEnd() {
    DesignDraft draft = DesignDraft.begin(folder.resolve("design"), false);
    draft.close();
    assertThatThrownBy(() -> draft.write("x", "x")).isInstanceOf(IllegalStateException.class);
  }

  static void write(Path target, String content) {
    try (DesignDraft draft = DesignDraft.begin(target, false)) {
      draft.write("file", content);
      draft.commit("1", "hdlgen emit", INPUTS);
    }
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
