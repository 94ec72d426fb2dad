package io.hdlgen.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TargetCatalogueTest {
  private static final CostModel MODEL = new CostModel("test", 0.5, 0.7, 0.8, 0.03);

  @Test
  void everyFolderIsInTheCatalogue() throws IOException {
    Path folder = Path.of(System.getProperty("project.root", ".."), "boards", "targets");
    List<String> folders;
    try (Stream<Path> entries = Files.list(folder)) {
      folders =
          entries
              .filter(Files::isDirectory)
              .map(path -> path.getFileName().toString())
              .sorted()
              .toList();
    }
    assertThat(TargetCatalogue.builtIn().targets())
        .extracting(Target::name)
        .containsExactlyInAnyOrderElementsOf(folders);
  }

  @Test
  void findsTheDefault() {
    assertThat(TargetCatalogue.builtIn().find(TargetCatalogue.DEFAULT).description())
        .contains("portable");
  }

  @Test
  void namesTheChoices() {
    assertThatThrownBy(() -> TargetCatalogue.builtIn().find("moon"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "--target: found moon; expected one of generic, icebreaker, ulx3s_85f, tangnano9k,"
                + " arty_a7_35t, pynq_z2, zcu104, egfet_1v0, egfet_0v6, cnt_3v0");
  }

  @Test
  void refusesNamesThatAreNoFolderNames() {
    assertThatThrownBy(() -> new Target("../up", "x", MODEL, new Technology.Portable()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Target("a", " ", MODEL, new Technology.Portable()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
