package io.hdlgen.flow.folder;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Decides whether a new design folder may take the place of what is there.
 *
 * @param folder what the user calls it
 * @param target where it is
 */
record Replacement(Path folder, Path target) {

  /**
   * Refuses what is no design folder, and a design folder with files of the user's.
   *
   * @param overwrite whether files of the user's may be lost
   * @throws InvalidInputException naming what would be lost
   */
  void check(boolean overwrite) {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new InvalidInputException(
          folder.toString(), "a file", "a new folder, or one that emit wrote; choose another -o");
    }
    if (!Manifest.marks(target)) {
      throw new InvalidInputException(
          folder.toString(),
          "a folder without a manifest of hdlgen",
          "a new folder, or one that emit wrote; choose another -o or remove it");
    }
    if (!overwrite) {
      checkNothingIsLost();
    }
  }

  private void checkNothingIsLost() {
    Manifest manifest = Manifest.read(target);
    List<String> lost;
    try {
      lost = manifest.foreign(target);
    } catch (IOException e) {
      throw new InvalidInputException(
          folder.toString(), "files that cannot be read", "another folder with -o", e);
    }
    if (lost.isEmpty()) {
      return;
    }
    String first = lost.get(0);
    String why =
        manifest.files().containsKey(first)
            ? ", changed since emit wrote it"
            : ", which emit did not write";
    int more = lost.size() - 1;
    String others = more == 0 ? "" : ", and %d more file%s".formatted(more, more == 1 ? "" : "s");
    throw new InvalidInputException(
        folder.toString(),
        first + why + others,
        "only what emit wrote; choose another folder with -o, move what is yours, or lose it by"
            + " --overwrite");
  }
}
