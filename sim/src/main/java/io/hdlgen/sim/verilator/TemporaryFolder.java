package io.hdlgen.sim.verilator;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/** A folder that is gone after {@link #close}, and after the process is interrupted. */
public final class TemporaryFolder implements AutoCloseable {
  private static final int ATTEMPTS = 100;

  private final Path path;
  private final Thread hook = new Thread(this::removeAtExit, "build-folder-removal");

  private TemporaryFolder(Path path) {
    this.path = path;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** A fresh folder in another one. */
  public static TemporaryFolder in(Path parent) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(parent, "build-"));
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook removes the folder.
      return;
    }
    remove();
  }

  /** Compilers that are being killed may write a little longer. */
  private void removeAtExit() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        remove();
        TimeUnit.MILLISECONDS.sleep(20);
        if (!Files.exists(path)) {
          return;
        }
      } catch (IOException e) {
        // Something has been written meanwhile: once more.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void remove() throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
