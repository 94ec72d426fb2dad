package io.hdlgen.explore.report.block;

import io.hdlgen.explore.report.markup.Element;
import java.util.List;

/**
 * Files beside the page, in one line.
 *
 * @param files relative paths
 */
public record Files(List<String> files) implements Block {
  public Files {
    files = List.copyOf(files);
  }

  @Override
  public Element html() {
    return Element.of("p", files.stream().map(file -> Link.to(file, file)).toList())
        .with("class", "files");
  }
}
