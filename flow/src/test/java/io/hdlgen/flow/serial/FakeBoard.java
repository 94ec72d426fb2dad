package io.hdlgen.flow.serial;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** A board that answers with the request's bytes turned, behind a line that loses frames. */
final class FakeBoard implements SerialLine {
  static final String DESIGN = "00112233445566ff";
  static final int BYTES = 3;

  private final Random random = new Random(5);
  private final double loss;
  private final int version;
  private final Frames requests = new Frames();
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  int longestWindow;
  private int received;
  private int answered;

  /**
   * @param loss share of the frames that are changed, either way
   */
  FakeBoard(double loss, int version) {
    this.loss = loss;
    this.version = version;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public void write(byte[] bytes) {
    received++;
    for (byte octet : disturbed(bytes)) {
      requests.accept(octet & 0xff).ifPresent(this::answer);
    }
    longestWindow = Math.max(longestWindow, received - answered);
  }

  private void answer(byte[] request) {
    byte[] answer;
    if (request[0] == 2) {
      answer = new byte[3 + 17];
      answer[3] = (byte) version;
      byte[] design = java.util.HexFormat.of().parseHex(DESIGN);
      System.arraycopy(design, 0, answer, 4, 8);
      answer[12] = BYTES;
      answer[14] = BYTES;
      answer[16] = 4;
    } else {
      answer = new byte[3 + BYTES];
      for (int i = 0; i < BYTES; i++) {
        answer[3 + i] = (byte) ~request[2 + i];
      }
    }
    answer[0] = (byte) (request[0] | 0x80);
    answer[1] = request[1];
    answers.writeBytes(disturbed(Frames.encode(answer)));
  }

  private byte[] disturbed(byte[] frame) {
    if (random.nextDouble() >= loss) {
      return frame;
    }
    byte[] other = frame.clone();
    int at = random.nextInt(frame.length);
    switch (random.nextInt(3)) {
      case 0 -> other[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> other = Arrays.copyOf(frame, at);
      default -> {
        other = Arrays.copyOf(frame, frame.length + 1);
        System.arraycopy(frame, at, other, at + 1, frame.length - at);
      }
    }
    return other;
  }

  @Override
  public int read(byte[] buffer, Duration longest) {
    byte[] bytes = answers.toByteArray();
    answered = received;
    answers.reset();
    if (bytes.length == 0) {
      try {
        Thread.sleep(longest.toMillis() + 1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    System.arraycopy(bytes, 0, buffer, 0, bytes.length);
    return bytes.length;
  }

  @Override
  public void close() {}
}
