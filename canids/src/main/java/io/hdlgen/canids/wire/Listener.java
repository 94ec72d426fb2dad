package io.hdlgen.canids.wire;

import io.hdlgen.canids.wire.BusEvent.Fault;
import io.hdlgen.canids.wire.BusEvent.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A node that only listens, bit by bit, as ISO 11898-1:2015 has it for nodes that tolerate CAN FD.
 * It knows nothing of clocks.
 */
public final class Listener {
  private static final int JOIN_BITS = 11;
  private static final int DELIMITER_BITS = 8;
  private static final int INTERMISSION_BITS = 3;

  private enum Phase {
    JOINING,
    DELIMITER,
    INTERMISSION,
    IDLE,
    FRAME,
    TAIL
  }

  private final List<BusEvent> events = new ArrayList<>();
  private Phase phase = Phase.JOINING;

  /** Bits of the phase so far; recessive ones in a row while joining and in a delimiter. */
  private int count;

  private Bits content = new Bits();
  private int equal;
  private boolean last;
  private int frames;
  private long bit;

  /** What has been learnt since the last call. */
  public List<BusEvent> take() {
    List<BusEvent> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  /** Whether the bus is free for a frame to begin with the next bit. */
  public boolean isFree() {
    return phase == Phase.IDLE || (phase == Phase.INTERMISSION && count == INTERMISSION_BITS - 1);
  }

  /** Takes the next bit. */
  public void next(boolean recessive) {
    switch (phase) {
      case JOINING -> waits(recessive, JOIN_BITS, Phase.IDLE);
      case DELIMITER -> waits(recessive, DELIMITER_BITS, Phase.INTERMISSION);
      case INTERMISSION -> intermission(recessive);
      case IDLE -> idle(recessive);
      case FRAME -> stuffed(recessive);
      case TAIL -> tail(recessive);
    }
    bit++;
  }

  private void enter(Phase next) {
    phase = next;
    count = 0;
  }

  private void event(Kind kind, int value) {
    events.add(new BusEvent(kind, value, bit));
  }

  private void fail(Fault fault) {
    event(Kind.INVALID, fault.ordinal());
    enter(fault == Fault.FD_FRAME ? Phase.JOINING : Phase.DELIMITER);
  }

  private void waits(boolean recessive, int bits, Phase next) {
    count = recessive ? count + 1 : 0;
    if (count == bits) {
      enter(next);
    }
  }

  private void intermission(boolean recessive) {
    if (!recessive && count < INTERMISSION_BITS - 1) {
      enter(Phase.DELIMITER);
    } else if (!recessive) {
      start();
    } else if (++count == INTERMISSION_BITS) {
      enter(Phase.IDLE);
    }
  }

  private void idle(boolean recessive) {
    if (!recessive) {
      start();
    }
  }

  private void start() {
    enter(Phase.FRAME);
    content = new Bits().add(false);
    equal = 1;
    last = false;
    event(Kind.START, frames & 0xffff);
    frames++;
  }

  private void stuffed(boolean recessive) {
    boolean stuffBit = equal == Stuffing.EQUAL_BITS;
    equal = recessive == last ? equal + 1 : 1;
    last = recessive;
    if (stuffBit && equal > Stuffing.EQUAL_BITS) {
      fail(recessive ? Fault.STUFF : Fault.FLAG);
    } else if (!stuffBit && isComplete()) {
      enter(Phase.TAIL);
      tail(recessive);
    } else if (!stuffBit) {
      content.add(recessive);
      read();
    }
  }

  private boolean isExtended() {
    return content.size() > 13 && content.get(13);
  }

  private boolean isRemote() {
    return content.get(isExtended() ? 32 : 12);
  }

  /** Bits up to the end of the length code. */
  private int headBits() {
    return isExtended() ? 39 : 19;
  }

  private int length() {
    return Math.min(8, content.number(headBits() - 4, 4));
  }

  private int dataEnd() {
    return headBits() + (isRemote() ? 0 : 8 * length());
  }

  private boolean isComplete() {
    return content.size() >= headBits() && content.size() == dataEnd() + Crc15.BITS;
  }

  private void read() {
    int size = content.size();
    int head = headBits();
    if (size == 12) {
      event(Kind.IDENTIFIER, content.number(1, 11));
    }
    boolean atFormat = size > 14 && size == (isExtended() ? 34 : 15);
    if (atFormat && content.get(size - 1)) {
      fail(Fault.FD_FRAME);
      return;
    }
    if (size < head || size < 15) {
      return;
    }
    if (size == head) {
      event(Kind.CONTROL, BusEvent.control(isExtended(), isRemote(), length()));
    }
    if (size > head && size <= dataEnd() && (size - head) % 8 == 0) {
      event(Kind.BYTE, BusEvent.octet((size - head) / 8 - 1, content.number(size - 8, 8)));
    }
    if (size == dataEnd()) {
      event(Kind.DATA_END, 0);
    }
  }

  private void tail(boolean recessive) {
    int place = count++;
    boolean fixed = place != 1 && place != WireFrame.TAIL_BITS - 1;
    if (fixed && !recessive) {
      fail(Fault.FORM);
    } else if (place == 0 && Crc15.of(content, content.size()) != 0) {
      fail(Fault.CRC);
    } else if (place == WireFrame.TAIL_BITS - 2) {
      event(Kind.VALID, frames - 1 & 0xffff);
    } else if (place == WireFrame.TAIL_BITS - 1) {
      enter(recessive ? Phase.INTERMISSION : Phase.DELIMITER);
    }
  }
}
