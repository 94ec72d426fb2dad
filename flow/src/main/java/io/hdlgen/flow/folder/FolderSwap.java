package io.hdlgen.flow.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The exchange of a folder for a newer one, in steps that a later run can finish.
 *
 * <p>Beside the folder {@code x} there may be {@code .x.tmp-<pid>}, which process {@code pid} fills
 * and gives its manifest last, and {@code .x.old-<pid>}, the {@code x} that it has moved aside.
 * Each step is one rename, so that after a crash at any moment the next run sees which step comes
 * next.
 */
record FolderSwap(Path target) {
  private static final Pattern LEFT_OVER = Pattern.compile("\\..+\\.(tmp|old)-[0-9]{1,18}");

  /** Where this process prepares the new folder. */
  Path temporary() {
    return sibling("tmp", ProcessHandle.current().pid());
  }

  /** Puts the finished temporary folder in the target's place. */
  void exchange() throws IOException {
    Path old = sibling("old", ProcessHandle.current().pid());
    boolean replaces = Files.exists(target);
    if (replaces) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(temporary(), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaces) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    FileTree.delete(old);
  }

  /**
   * Finishes what runs that are no more have left: an exchange between its two renames is
   * completed, all else of theirs is deleted. Does nothing to what a running process is working on.
   */
  void recover() throws IOException {
    for (Path old : leftOver("old")) {
      if (!Files.exists(target)) {
        Path fresh = sibling("tmp", pid(old));
        Path next = Manifest.marks(fresh) ? fresh : old;
        Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
      }
      FileTree.delete(old);
    }
    for (Path temporary : leftOver("tmp")) {
      FileTree.delete(temporary);
    }
  }

  /** Whether a folder is what a run that is no more has left of an exchange. */
  static boolean isLeftOver(Path folder) {
    return LEFT_OVER.matcher(folder.getFileName().toString()).matches() && !isRunning(pid(folder));
  }

  private static boolean isRunning(long pid) {
    return pid != ProcessHandle.current().pid()
        && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private List<Path> leftOver(String kind) throws IOException {
    String prefix = "." + target.getFileName() + "." + kind + "-";
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(target.getParent())) {
      return found;
    }
    // A filter, not a glob: the name may hold characters that mean something in a glob.
    DirectoryStream.Filter<Path> ours =
        path -> path.getFileName().toString().startsWith(prefix) && pid(path) >= 0;
    try (DirectoryStream<Path> siblings = Files.newDirectoryStream(target.getParent(), ours)) {
      for (Path sibling : siblings) {
        if (!isRunning(pid(sibling))) {
          found.add(sibling);
        }
      }
    }
    found.sort(null);
    return found;
  }

  private Path sibling(String kind, long pid) {
    return target.resolveSibling("." + target.getFileName() + "." + kind + "-" + pid);
  }

  /** The number at the end of a sibling's name; -1 if there is none. */
  private static long pid(Path sibling) {
    String name = sibling.getFileName().toString();
    String digits = name.substring(name.lastIndexOf('-') + 1);
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1;
  }
}
