package io.hdlgen.flow;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.flow.doctor.Diagnosis;
import io.hdlgen.flow.doctor.Doctor;
import java.util.List;

/** The commands of hdlgen, one method each. */
public final class Hdlgen {
  private Hdlgen() {}

  /** What a design can be made for. */
  public static List<Target> targets() {
    return TargetCatalogue.builtIn().targets();
  }

  /** Which external tools this machine has. */
  public static Diagnosis doctor() {
    return Doctor.ofEnvironment().examine(ToolVersion.current());
  }
}
