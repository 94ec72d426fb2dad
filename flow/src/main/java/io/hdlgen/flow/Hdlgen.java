package io.hdlgen.flow;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.flow.doctor.Diagnosis;
import io.hdlgen.flow.doctor.Doctor;

/** The commands of hdlgen, one method each. */
public final class Hdlgen {
  private Hdlgen() {}

  /** What a design can be made for. */
  public static TargetList targets() {
    return new TargetList(TargetCatalogue.builtIn().targets());
  }

  /** Which external tools this machine has. */
  public static Diagnosis doctor() {
    return Doctor.ofEnvironment().examine(ToolVersion.current());
  }
}
