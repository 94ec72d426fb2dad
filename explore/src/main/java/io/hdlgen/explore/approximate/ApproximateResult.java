package io.hdlgen.explore.approximate;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontPoint;
import java.nio.file.Path;
import java.util.List;

/**
 * What was found.
 *
 * @param folder that holds all of it
 * @param given the network as it was given
 * @param front approximations, none beaten by another in validation
 * @param stopped whether the search was stopped before its end
 * @param notes what the user should know, and was told when it came up: one sentence each
 */
public record ApproximateResult(
    Path folder, FrontPoint given, Front front, boolean stopped, List<String> notes) {
  public ApproximateResult {
    notes = List.copyOf(notes);
  }
}
