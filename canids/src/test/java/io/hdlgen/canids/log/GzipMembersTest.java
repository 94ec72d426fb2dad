package io.hdlgen.canids.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipMembersTest {
  private static final byte[] FIRST = gzip("(1.0) can0 001#\n".repeat(3000));
  private static final byte[] SECOND = gzip("(2.0) can0 002#\n".repeat(3000));

  /** A pipe whose writer is slow: a few bytes a time, and none known to come. */
  @Test
  void membersAreReadFromSlowStreams() throws IOException {
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(joined(FIRST, SECOND))) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return super.read(bytes, offset, Math.min(7, length));
          }

          @Override
          public int available() {
            return 0;
          }
        };
    List<Integer> ids = ids(slow);
    assertThat(ids).hasSize(6000);
    assertThat(ids.get(2999)).isEqualTo(1);
    assertThat(ids.get(3000)).isEqualTo(2);
  }

  /** Extra field, name, comment and a check of the header. */
  @Test
  void headersMayHaveAllFields() throws IOException {
    byte[] fields = {2, 0, 9, 9, 'a', 0, 'b', 'c', 0, 1, 2};
    byte[] head = Arrays.copyOf(FIRST, 10);
    head[3] = 2 | 4 | 8 | 16;
    byte[] rest = Arrays.copyOfRange(FIRST, 10, FIRST.length);
    assertThat(ids(stream(joined(joined(head, fields), rest)))).hasSize(3000);
  }

  @Test
  void whatIsBehindAMemberIsNotPassedOver() {
    refused(joined(FIRST, new byte[] {1, 2, 3}), "bytes behind gzip data that are none");
    refused(joined(FIRST, Arrays.copyOf(SECOND, 5)), "Unexpected end");
    refused(joined(FIRST, Arrays.copyOf(SECOND, SECOND.length - 3)), "Unexpected end");
    byte[] wrong = SECOND.clone();
    wrong[wrong.length - 6] ^= 1;
    refused(joined(FIRST, wrong), "do not match their checksum");
  }

  private static void refused(byte[] bytes, String why) {
    assertThatThrownBy(() -> ids(stream(bytes)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(why);
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static List<Integer> ids(InputStream in) {
    List<Integer> ids = new ArrayList<>();
    ReadMode mode = ReadMode.DEFAULT.withFormat(LogFormat.CANDUMP_LOG);
    try (LogReader reader = LogReader.open(LogSource.of("log", in), mode)) {
      for (CanFrame frame = reader.next(); frame != null; frame = reader.next()) {
        ids.add(frame.id());
      }
    }
    return ids;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
