package io.hdlgen.flow.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;

/** Finds out, without writing, whether something can be written, before work is done for it. */
public final class WritableFolder {
  private WritableFolder() {}

  /**
   * Checks that {@code target} can be created or replaced, its folders created where missing.
   *
   * @param path what the user calls it
   * @throws OutputException if that is known to fail
   */
  public static void check(Path path, Path target) {
    Path folder = target.toAbsolutePath().normalize().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    if (folder == null) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw OutputException.writing(path, new FileAlreadyExistsException(folder.toString()));
    }
    if (!Files.isWritable(folder)) {
      throw OutputException.writing(
          path,
          isReadOnly(folder)
              ? new ReadOnlyFileSystemException()
              : new AccessDeniedException(folder.toString()));
    }
  }

  private static boolean isReadOnly(Path folder) {
    try {
      return Files.getFileStore(folder).isReadOnly();
    } catch (IOException e) {
      return false;
    }
  }
}
