package io.hdlgen.explore.report.block;

import io.hdlgen.explore.report.markup.Element;

/** A paragraph, table or picture of a section. */
public interface Block {
  /** This as HTML. */
  Element html();
}
