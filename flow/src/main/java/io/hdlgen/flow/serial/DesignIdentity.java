package io.hdlgen.flow.serial;

import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.hdl.board.SerialProtocol;

/** What a board answers when it is asked which design it holds. */
public final class DesignIdentity {
  private DesignIdentity() {}

  /**
   * The first 16 hexadecimal digits of {@code cat network.json signature.json | sha256sum}: network
   * and interface, which together say what the bytes on the line mean.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if a file cannot be read
   */
  public static String of(DesignFolder design) {
    String text = design.read(DesignFolder.NETWORK) + design.read(DesignFolder.SIGNATURE);
    return Sha256.of(text).substring(0, 2 * SerialProtocol.IDENTITY);
  }
}
