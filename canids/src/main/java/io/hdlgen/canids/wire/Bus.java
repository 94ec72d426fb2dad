package io.hdlgen.canids.wire;

import java.util.ArrayList;
import java.util.List;

/** A line with a listener on it, who says what there is to learn. */
public final class Bus {
  private final Line line = new Line();
  private final Listener listener = new Listener();
  private final List<BusEvent> expected = new ArrayList<>();
  private double bitLength = 1;
  private boolean faulty;

  /** What has been sent. */
  public Line line() {
    return line;
  }

  /** What a listener learns, {@code at} the bits of the line. */
  public List<BusEvent> expected() {
    return expected;
  }

  /** The length of the bits of whoever sends from now on, in bits of the receiver's clock. */
  public void setBitLength(double length) {
    bitLength = length;
  }

  /** Sends one bit. */
  public void bit(boolean recessive) {
    bit(recessive, 1);
  }

  /** Sends what is {@code share} of a bit long. */
  public void bit(boolean recessive, double share) {
    line.add(recessive, share * bitLength);
    listener.next(recessive);
    List<BusEvent> events = listener.take();
    faulty = events.stream().anyMatch(event -> event.kind() == BusEvent.Kind.INVALID);
    expected.addAll(events);
  }

  /** Sends equal bits. */
  public void bits(boolean recessive, int count) {
    for (int i = 0; i < count; i++) {
      bit(recessive);
    }
  }

  /** Whether the last bit told the listener that a frame is none. */
  public boolean isFaulty() {
    return faulty;
  }

  /** Whether a frame may begin with the next bit, as the listener sees it. */
  public boolean isFree() {
    return listener.isFree();
  }

  /**
   * Sends dominant bits that begin and end late, since who sends them is far away.
   *
   * @param delay in bits, less than one
   */
  public void dominant(int count, double delay) {
    line.stretch(delay * bitLength);
    bits(false, count);
    bit(true, 1 - delay);
  }
}
