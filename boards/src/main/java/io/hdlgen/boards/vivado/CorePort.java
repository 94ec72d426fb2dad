package io.hdlgen.boards.vivado;

/** A port of a module; {@code isOutput} as the module sees it. */
record CorePort(String name, boolean isOutput, int width) {
  static CorePort in(String name, int width) {
    return new CorePort(name, false, width);
  }

  static CorePort out(String name, int width) {
    return new CorePort(name, true, width);
  }
}
