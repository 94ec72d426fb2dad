package io.hdlgen.explore.report.markup;

/** A piece of a page. */
public sealed interface Node permits Element, Text {
  /** Appends this as HTML that is well-formed XML, too. */
  void appendTo(StringBuilder page);
}
