package io.hdlgen.flow.synth;

import io.hdlgen.flow.doctor.Doctor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Shell scripts in place of tools. */
record FakeTools(Path folder) {
  /** A tool of that name which says it is of that version, and else does what the lines say. */
  void add(String program, String version, String... lines) throws IOException {
    Path file = folder.resolve(program);
    Files.writeString(
        file,
        "#!/bin/sh\ncase ${1:-} in -V | --version) echo '"
            + program
            + " "
            + version
            + "'; exit 0 ;; esac\n"
            + String.join("\n", lines)
            + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Doctor doctor() {
    return new Doctor(folder.toString());
  }
}
