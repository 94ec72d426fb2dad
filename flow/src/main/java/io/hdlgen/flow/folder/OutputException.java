package io.hdlgen.flow.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;

/** Output cannot be written. The message is one line that says what, where and why. */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** {@code message} is one line. */
  public OutputException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Writing {@code path} has failed. */
  public static OutputException writing(Path path, Exception cause) {
    return new OutputException("cannot write " + path + ": " + reason(cause), cause);
  }

  private static String reason(Exception cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "no such folder";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    if (cause instanceof ReadOnlyFileSystemException) {
      return "read-only file system";
    }
    if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    if (cause instanceof IOException && cause.getMessage() != null) {
      return cause.getMessage().replaceAll("\\s+", " ").strip();
    }
    return cause.getClass().getSimpleName();
  }
}
