package io.hdlgen.explore;

import io.hdlgen.explore.front.Front;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an exploration found.
 *
 * @param folder that holds all of it
 * @param front the circuits
 * @param design folder of the recommended design; empty if the exploration was stopped
 * @param passed whether the recommended design did what it should; false if there is none
 * @param stopped whether it was stopped before its end
 * @param notes what the user should know, and was told when it came up: one sentence each
 */
public record ExploreResult(
    Path folder,
    Front front,
    Optional<Path> design,
    boolean passed,
    boolean stopped,
    List<String> notes) {
  public ExploreResult {
    notes = List.copyOf(notes);
  }
}
