package io.hdlgen.canids.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorFolderTest {
  @TempDir Path temporary;

  private Path folder;
  private final Detector detector = TestDetectors.random(2, 3);

  @BeforeEach
  void write() {
    folder = temporary.resolve("detector");
    new DetectorFolder(folder).write(detector, TestDetectors.floating(detector));
  }

  @Test
  void saysWhoWritesDetectors(@TempDir Path torn) throws IOException {
    Path file = torn.resolve("detector.json");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> Detector.read(torn))
        .hasMessageContaining("the file that can train wrote");
    Files.writeString(file, "{\"format\": \"hdlgen-detector\", \"version\": 9}");
    assertThatThrownBy(() -> Detector.read(torn)).hasMessageContaining("or run can train again");
  }

  @Test
  void readingGivesWhatWasWritten() {
    assertThat(Detector.read(folder)).isEqualTo(detector);
    assertThat(new DetectorFolder(folder).readFloat()).isPresent();
  }

  @Test
  void anotherNetworkIsRefused() throws IOException {
    Path network = folder.resolve("network.json");
    Files.writeString(network, Files.readString(network).replaceFirst("random", "other"));
    assertThatThrownBy(() -> Detector.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("another network");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"version\": 1', '\"version\": 2', newer hdlgen",
    "'\"name\": \"random\"', '\"name\": \"random\", \"more\": 1', key more",
    "'\"gear\"', '\"dos\"', every label once",
    "'\"gear\"', '\"gears\"', labels of frames",
    "'\"byte_7\"', '\"byte_6\"', those of detector.json",
    "'\"benign\"\n      ]', '\"fuzzy\"\n      ]', that with the label benign first"
  })
  void damagedFilesAreRefused(String from, String to, String complaint) throws IOException {
    Path file = folder.resolve("detector.json");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
    assertThatThrownBy(() -> Detector.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void detectorsTakeThePlaceOfDetectorsAlone() throws IOException {
    new DetectorFolder(folder).check();
    Path other = Files.createDirectory(temporary.resolve("other"));
    new DetectorFolder(other).check();
    Files.writeString(other.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> new DetectorFolder(other).check())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no detector");
  }
}
