package io.hdlgen.flow;

import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** SHA-256 of the files that a command reads. */
final class InputHashes {
  private InputHashes() {}

  /** By base name, of a model with the files that hold its weights, and of tables. */
  static SortedMap<String, String> of(Optional<Path> model, List<Optional<DataSource>> tables) {
    List<Path> files = new ArrayList<>();
    model.ifPresent(
        file -> {
          files.add(file);
          files.addAll(new ModelFile(file).filesBeside());
        });
    for (Optional<DataSource> table : tables) {
      table.map(DataSource::data).ifPresent(files::add);
      table.flatMap(DataSource::labels).ifPresent(files::add);
    }
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Path file : files.stream().distinct().toList()) {
      String name = CommandText.baseName(file);
      while (hashes.containsKey(name)) {
        name += "'";
      }
      try {
        hashes.put(name, Sha256.of(file));
      } catch (IOException e) {
        throw new InvalidInputException(
            file.toString(), "a file that cannot be read", "a readable file", e);
      }
    }
    return hashes;
  }
}
