package io.hdlgen.flow.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignFolderTest {
  @TempDir Path folder;

  @Test
  void namesTheFilesThatHaveChanged() throws IOException {
    Path target = folder.resolve("design");
    try (DesignDraft draft = DesignDraft.begin(target, false)) {
      draft.write("a", "a");
      draft.write("b/c", "c");
      draft.write("d", "d");
      draft.writeReplaceable(DesignFolder.VERIFICATION, "{}");
      draft.commit("1", "hdlgen emit", new TreeMap<>());
    }
    Files.writeString(target.resolve("b/c"), "C");
    Files.delete(target.resolve("d"));
    DesignFolder design = DesignFolder.open(target);
    design.replace(DesignFolder.VERIFICATION, "{\"vectors\": 1}\n");
    assertThat(design.changed()).containsExactly("b/c", "d");
    assertThat(design.read(DesignFolder.VERIFICATION)).isEqualTo("{\"vectors\": 1}\n");
    assertThat(DesignDraftTest.names(target))
        .containsExactly("a", "b", "manifest.json", "verification.json");
  }

  @Test
  void saysWhatIsNoDesignFolder() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> DesignFolder.open(empty))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no manifest.json");
    assertThatThrownBy(() -> DesignFolder.open(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("found a file");
    assertThatThrownBy(() -> DesignFolder.open(folder.resolve("none")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("found nothing");
  }

  @Test
  void refusesManifestsItCannotRead() throws IOException {
    manifest("{\"format\": \"hdlgen-manifest\", \"version\": 2, \"tool\": \"hdlgen 9.1.0\"}");
    refused("version: found 2, which needs a newer hdlgen (hdlgen 9.1.0 wrote it)");
    manifest("{\"format\": \"hdlgen-manifest\", \"version\": 1, \"colour\": \"red\"}");
    refused("key colour");
    manifest("{\"format\": \"hdlgen-manifest\", \"version\": \"x\"}");
    refused("version: found x; expected an integer");
    manifest("{\"format\": \"hdlgen-manifest\", \"version\": 0}");
    refused("version: found 0");
    manifest("{\"format\": \"hdlgen-manifest\", \"version\": 1, \"tool\": \"x\"}");
    refused("tool: found x; expected hdlgen and its version");
    manifest("{\"format\": \"hdlgen-manifest\"} trailing");
    refused("unreadable text");
    manifest("[]");
    refused("unreadable text");
  }

  private void manifest(String text) throws IOException {
    Files.writeString(folder.resolve("manifest.json"), text);
  }

  private void refused(String message) {
    assertThatThrownBy(() -> DesignFolder.open(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }
}
