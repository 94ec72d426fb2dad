package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of all that a training depends on; the number of threads is not part of it. */
final class Fingerprint {
  private Fingerprint() {}

  /** Of a training; {@code more} is told by its text. */
  static byte[] of(Samples samples, TrainingOptions options, List<?> more) {
    return digest(
        out -> {
          for (double[] row : samples.features()) {
            for (double value : row) {
              out.writeDouble(value);
            }
          }
          for (int label : samples.labels()) {
            out.writeInt(label);
          }
          TrainingOptions anyThreads = options.withThreads(1);
          String text =
              String.join(
                  "\n",
                  samples.featureNames().toString(),
                  samples.classNames().toString(),
                  anyThreads.toString(),
                  more.toString());
          out.write(text.getBytes(StandardCharsets.UTF_8));
        });
  }

  /** Of a float network. */
  static String of(FloatNetwork network) {
    return HexFormat.of()
        .formatHex(
            digest(
                out -> {
                  for (FloatLayer layer : network.layers()) {
                    out.writeBytes(layer.activation().name());
                    for (double[] row : layer.weights().getData()) {
                      for (double weight : row) {
                        out.writeDouble(weight);
                      }
                    }
                    for (double bias : layer.biases().toArray()) {
                      out.writeDouble(bias);
                    }
                  }
                }));
  }

  private interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }

  private static byte[] digest(Content content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new DigestOutputStream(OutputStream.nullOutputStream(), digest)))) {
        content.writeTo(out);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException | IOException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
