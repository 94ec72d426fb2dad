package io.hdlgen.flow.serial;

import io.hdlgen.hdl.board.SerialProtocol;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.sim.tool.ToolException;
import io.hdlgen.sim.tool.ToolException.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Has requests answered by a board, whatever the line does to them.
 *
 * <p>Some requests are sent ahead of their answers. A board answers in order: so an answer tells
 * that what was sent before its request, and is not answered, is lost and must be sent again; if
 * nothing comes for a while, all is. Every sending has a number of its own, so no answer is taken
 * for another's.
 */
public final class BoardLink {
  private static final int ATTEMPTS = 10;
  private static final int NUMBERS = 256;

  private final SerialLine line;
  private final Duration patience;
  private final Frames frames = new Frames();
  private final byte[] buffer = new byte[4096];
  private final Deque<byte[]> arrived = new ArrayDeque<>();
  private int nextNumber = (int) (System.nanoTime() >>> 10 & 0xff);
  private long retries;
  private long timeouts;
  private boolean coreError;

  /**
   * @param patience how long to wait for an answer, until it is known how long they take
   */
  public BoardLink(SerialLine line, Duration patience) {
    this.line = line;
    this.patience = patience;
  }

  /** Hears of answers, in whatever order. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A request has been answered.
     *
     * @param attempts how often it was sent
     */
    void answered(int request, byte[] result, int attempts);
  }

  /** Requests sent again. */
  public long retries() {
    return retries;
  }

  /** How often nothing came for too long. */
  public long timeouts() {
    return timeouts;
  }

  /** Frames from the board that came with errors. */
  public long broken() {
    return frames.broken();
  }

  /** Whether an answer said that the core has seen a beat too many or too few. */
  public boolean coreError() {
    return coreError;
  }

  /**
   * Asks the board what it is. What was under way is lost.
   *
   * @throws ToolException if no answer comes
   * @throws InvalidInputException if it is a board of another version
   */
  public BoardIdentity identify() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int number = number();
      line.write(Frames.encode(new byte[] {SerialProtocol.IDENTIFY, (byte) number}));
      long deadline = System.nanoTime() + patience.toNanos();
      for (Optional<byte[]> answer = next(deadline); answer.isPresent(); answer = next(deadline)) {
        if (isAnswer(answer.get(), SerialProtocol.IDENTIFY, SerialProtocol.IDENTIFICATION)
            && number(answer.get()) == number) {
          return checked(BoardIdentity.of(answer.get()));
        }
      }
    }
    throw silent();
  }

  private BoardIdentity checked(BoardIdentity identity) {
    if (identity.version() != SerialProtocol.VERSION) {
      throw new InvalidInputException(
          line.name(),
          "a board of version " + identity.version() + " of the protocol",
          "version " + SerialProtocol.VERSION);
    }
    return identity;
  }

  /**
   * Has requests answered.
   *
   * @param requests the bytes of the features of each
   * @throws ToolException if the board falls silent
   */
  public void infer(BoardIdentity board, List<byte[]> requests, Listener listener) {
    SendWindow window = new SendWindow(board.window(), requests.size());
    int open = requests.size();
    int failures = 0;
    AnswerTimer timer = new AnswerTimer(patience);
    long deadline = System.nanoTime() + timer.nanos();
    while (open > 0) {
      while (window.hasNext()) {
        int number = number();
        send(number, requests.get(window.next(number, System.nanoTime())));
      }
      Optional<byte[]> answer = next(deadline);
      Optional<SendWindow.Sending> answered =
          answer
              .filter(content -> isAnswer(content, SerialProtocol.INFER, board.resultBytes()))
              .flatMap(content -> window.answered(number(content)));
      if (answered.isPresent()) {
        timer.answered(System.nanoTime() - answered.get().nanos());
        hand(answer.orElseThrow(), answered.get().request(), window, listener);
        open--;
        failures = 0;
      } else if (answer.isEmpty()) {
        timer.silent();
        timeouts++;
        failures++;
        if (failures == ATTEMPTS) {
          throw silent();
        }
        window.lose();
      } else {
        continue;
      }
      deadline = System.nanoTime() + timer.nanos();
    }
    retries += window.retries();
  }

  private void hand(byte[] answer, int request, SendWindow window, Listener listener) {
    coreError |= (answer[2] & SerialProtocol.STATUS_CORE_ERROR) != 0;
    byte[] result = Arrays.copyOfRange(answer, SerialProtocol.ANSWER_HEAD, answer.length);
    listener.answered(request, result, window.attempts(request));
  }

  private void send(int number, byte[] features) {
    byte[] content = new byte[SerialProtocol.REQUEST_HEAD + features.length];
    content[0] = SerialProtocol.INFER;
    content[1] = (byte) number;
    System.arraycopy(features, 0, content, SerialProtocol.REQUEST_HEAD, features.length);
    line.write(Frames.encode(content));
  }

  private int number() {
    nextNumber = (nextNumber + 1) % NUMBERS;
    return nextNumber;
  }

  private static int number(byte[] answer) {
    return answer[1] & 0xff;
  }

  private static boolean isAnswer(byte[] content, int kind, int data) {
    return content.length == SerialProtocol.ANSWER_HEAD + data
        && (content[0] & 0xff) == (kind | SerialProtocol.ANSWER);
  }

  /**
   * The next right frame that comes; empty if none does in time. It looks at the line at least
   * once, however late it is: we may have been held up, not the board.
   */
  private Optional<byte[]> next(long deadline) {
    long left = deadline - System.nanoTime();
    while (arrived.isEmpty()) {
      int count = line.read(buffer, Duration.ofNanos(Math.max(left, 0)));
      for (int i = 0; i < count; i++) {
        frames.accept(buffer[i] & 0xff).ifPresent(arrived::add);
      }
      left = deadline - System.nanoTime();
      if (arrived.isEmpty() && left <= 0) {
        return Optional.empty();
      }
    }
    return Optional.of(arrived.remove());
  }

  private ToolException silent() {
    return new ToolException(
        Reason.TIMED_OUT,
        "no answer from "
            + line.name()
            + "; is the bitstream loaded, is it the port of the board, and is --baud its rate?");
  }
}
