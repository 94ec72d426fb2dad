package io.hdlgen.explore.outcome;

import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps other runs out of a folder. The operating system ends the lock with the process, so that a
 * crash leaves nothing but an empty file.
 */
public final class FolderLock implements AutoCloseable {
  /** The file that is locked. */
  static final String FILE = ".lock";

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Locks a folder, which is made where it is missing.
   *
   * @throws InvalidInputException if another run holds it
   * @throws OutputException if it cannot be written
   */
  public static FolderLock of(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        throw new InvalidInputException(
            folder.toString(),
            "another run that is writing there",
            "its end, or another folder; choose another -o");
      }
      return new FolderLock(folder, channel, lock);
    } catch (IOException e) {
      throw OutputException.writing(folder, e);
    }
  }

  /** The lock; null if another process or another thread of this one holds it. */
  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Ends the lock; a folder in which nothing was written goes with it. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder.resolve(FILE));
      lock.close();
      channel.close();
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      // As it should be: something was written.
      return;
    } catch (IOException e) {
      throw OutputException.writing(folder, e);
    }
  }
}
