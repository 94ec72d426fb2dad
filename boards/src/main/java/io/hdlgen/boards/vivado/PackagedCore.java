package io.hdlgen.boards.vivado;

import java.util.List;

/**
 * A core and its Verilog.
 *
 * @param files relative to the folder of all files made here
 */
record PackagedCore(Core core, List<String> files) {
  PackagedCore {
    files = List.copyOf(files);
  }

  /** The folder of its {@code component.xml}. */
  String folder() {
    return "ip/" + core.name() + "/";
  }

  /** The text of its {@code component.xml}. */
  String component(VivadoDesign design) {
    List<String> relative =
        files.stream()
            .map(file -> file.startsWith(folder()) ? file.substring(folder().length()) : up(file))
            .toList();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + Header.xml(design, "The core " + core.name() + ".")
        + IpXact.of(core, relative);
  }

  private static String up(String file) {
    return "../../" + file;
  }
}
