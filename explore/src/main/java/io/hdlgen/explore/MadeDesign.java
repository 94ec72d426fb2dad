package io.hdlgen.explore;

import io.hdlgen.explore.front.Verified;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A circuit that went through the whole flow.
 *
 * @param folder of the design
 * @param mapping the name of the mapping that synthesis kept
 * @param synthesis the keys of its report
 * @param verified what was compared
 * @param notes what the user should know: one sentence each
 */
record MadeDesign(
    Path folder,
    String mapping,
    Map<String, Object> synthesis,
    Verified verified,
    List<String> notes) {
  MadeDesign {
    notes = List.copyOf(notes);
  }

  /** Whether nothing was found to differ. */
  boolean passed() {
    return verified.passed();
  }
}
