package io.hdlgen.explore.report;

import io.hdlgen.explore.report.block.Block;
import io.hdlgen.explore.report.markup.Element;
import java.util.List;

/**
 * A part of the page.
 *
 * @param title its heading
 * @param blocks in the order of reading
 */
public record ReportSection(String title, List<Block> blocks) {
  public ReportSection {
    blocks = List.copyOf(blocks);
  }

  Element html() {
    return Element.of("section", Element.of("h2", title))
        .plus(blocks.stream().map(Block::html).toList());
  }
}
