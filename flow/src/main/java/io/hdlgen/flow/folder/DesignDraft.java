package io.hdlgen.flow.folder;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/**
 * A design folder in the making: nobody sees it before {@link #commit}, and nothing of it stays
 * without.
 *
 * <p>Files go into a temporary sibling of the folder. It is removed by {@link #close}, and by a
 * shutdown hook if the process is interrupted; if the process is killed outright, by the next run.
 * One draft of the same folder at a time within a process.
 */
public final class DesignDraft implements AutoCloseable {
  private final FolderSwap swap;
  private final SortedMap<String, String> hashes = new TreeMap<>();
  private final Thread hook = new Thread(this::interrupt, "design-draft-removal");
  private Path firstCreatedParent;
  private boolean over;
  private boolean interrupted;

  private DesignDraft(FolderSwap swap) {
    this.swap = swap;
  }

  /**
   * Begins a draft of {@code folder}; its parents are created where missing.
   *
   * @param overwrite whether files that the user added or edited there may be lost
   * @throws InvalidInputException if something is there that must not be replaced
   * @throws OutputException if nothing can be written there
   */
  public static DesignDraft begin(Path folder, boolean overwrite) {
    Path target = resolve(folder);
    DesignDraft draft = new DesignDraft(new FolderSwap(target));
    // Before anything is created: an interruption may come at any time.
    draft.addHook();
    try {
      draft.open(folder, overwrite);
      return draft;
    } catch (IOException e) {
      draft.close();
      throw OutputException.writing(folder, e);
    } catch (RuntimeException e) {
      draft.close();
      throw e;
    }
  }

  private void addHook() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw interruption();
    }
  }

  private synchronized void open(Path folder, boolean overwrite) throws IOException {
    if (interrupted) {
      throw interruption();
    }
    swap.recover();
    new Replacement(folder, swap.target()).check(overwrite);
    Path parent = swap.target().getParent();
    firstCreatedParent = firstMissing(parent);
    Files.createDirectories(parent);
    Files.createDirectory(swap.temporary());
  }

  private static CancellationException interruption() {
    return new CancellationException("interrupted");
  }

  /**
   * Checks, without writing, that a draft of {@code folder} may replace what is there.
   *
   * @param overwrite whether files that the user added or edited there may be lost
   * @throws InvalidInputException if something is there that must not be replaced
   */
  public static void check(Path folder, boolean overwrite) {
    new Replacement(folder, resolve(folder)).check(overwrite);
  }

  /**
   * Checks, without writing, that a draft of {@code folder} can be written.
   *
   * @throws OutputException if it cannot
   */
  public static void checkWritable(Path folder) {
    WritableFolder.check(folder, resolve(folder));
  }

  /**
   * Writes a file.
   *
   * @param name path inside the folder, {@code /} between names
   * @throws OutputException if it cannot be written
   * @throws CancellationException if the process is being interrupted
   */
  public void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #write(String, String)}. */
  public synchronized void write(String name, byte[] bytes) {
    put(name, bytes);
    hashes.put(name, Sha256.of(bytes));
  }

  /**
   * Takes a file that a tool has written into the draft.
   *
   * @throws OutputException if it cannot be read
   */
  public synchronized void adopt(String name) {
    try {
      hashes.put(name, Sha256.of(file(name)));
    } catch (IOException e) {
      throw OutputException.writing(swap.target().resolve(name), e);
    }
  }

  /** Where the files lie until the draft is committed or closed. */
  public Path folder() {
    return swap.temporary();
  }

  /** Where a file that was written lies until the draft is committed or closed. */
  public Path file(String name) {
    return swap.temporary().resolve(name);
  }

  /** Writes a file that the manifest does not vouch for, because later commands replace it. */
  public synchronized void writeReplaceable(String name, String text) {
    put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes the manifest and puts the folder in its place, in the place of an older one if there is.
   *
   * @param command the command that makes the same files again
   * @param inputs SHA-256 by base name
   * @throws OutputException if that fails; the older folder is then still there
   */
  public synchronized void commit(
      String toolVersion, String command, SortedMap<String, String> inputs) {
    put(
        Manifest.FILE,
        new Manifest(toolVersion, command, inputs, hashes)
            .toJson()
            .getBytes(StandardCharsets.UTF_8));
    try {
      swap.exchange();
    } catch (IOException e) {
      throw OutputException.writing(swap.target(), e);
    }
    over = true;
  }

  /** Removes all that was written, unless it was committed. */
  @Override
  public void close() {
    discard();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook finds nothing left to do.
      return;
    }
  }

  private void put(String name, byte[] bytes) {
    if (interrupted) {
      throw interruption();
    }
    if (over) {
      throw new IllegalStateException("the draft of " + swap.target() + " is over");
    }
    Path file = swap.temporary().resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw OutputException.writing(swap.target().resolve(name), e);
    }
  }

  private synchronized void interrupt() {
    interrupted = true;
    discard();
  }

  private synchronized void discard() {
    if (over) {
      return;
    }
    over = true;
    try {
      FileTree.delete(swap.temporary());
      removeEmpty(swap.target().getParent(), firstCreatedParent);
    } catch (IOException e) {
      // It could not be removed now; FolderSwap.recover of the next run does it.
      return;
    }
  }

  /** The folder itself where {@code folder} is a symbolic link to it; else the absolute path. */
  private static Path resolve(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (absolute.getFileName() == null) {
      throw new InvalidInputException(
          folder.toString(), "the root of the file system", "a folder; choose another -o");
    }
    try {
      return Files.exists(absolute) ? absolute.toRealPath() : absolute;
    } catch (IOException e) {
      throw OutputException.writing(folder, e);
    }
  }

  private static Path firstMissing(Path folder) {
    Path missing = null;
    for (Path path = folder; path != null && !Files.exists(path); path = path.getParent()) {
      missing = path;
    }
    return missing;
  }

  /** Removes {@code folder} and its parents up to {@code top}, as far as they are empty. */
  private static void removeEmpty(Path folder, Path top) {
    if (top == null) {
      return;
    }
    try {
      for (Path path = folder; path.startsWith(top); path = path.getParent()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // Something else has been put there meanwhile: it stays.
      return;
    }
  }
}
