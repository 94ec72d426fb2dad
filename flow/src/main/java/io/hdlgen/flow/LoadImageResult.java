package io.hdlgen.flow;

import io.hdlgen.flow.folder.CanonicalJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files of an image that loads a network. */
public record LoadImageResult(List<Path> files) {
  public LoadImageResult {
    files = List.copyOf(files);
  }

  /** One JSON object with the key {@code files}. */
  public String toJson() {
    return CanonicalJson.write(Map.of("files", files.stream().map(Path::toString).toList()));
  }
}
