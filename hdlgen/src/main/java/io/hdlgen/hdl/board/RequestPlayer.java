package io.hdlgen.hdl.board;

/**
 * Plays requests into the core, one after the other, and has them answered.
 *
 * <p>One request is under way at a time; those that come meanwhile wait in the receiver's memory.
 * The line is slower than the core by far, so that more would gain nothing. Bytes are read in two
 * cycles each, and shifted into the beat from above.
 */
final class RequestPlayer {
  private final Gates gates;
  private final WireLayout layout;
  private final int working;
  private final int fetching;
  private final int there;
  private final int place;
  private final int beat;
  private final int offering;
  private final int last;
  private final int waiting;
  private final int accept;
  private final int replying;
  private final int asked;
  private final int number;
  private final int take;

  RequestPlayer(Gates gates, WireLayout layout) {
    this.gates = gates;
    this.layout = layout;
    working = gates.flag("working");
    fetching = gates.flag("fetching");
    there = gates.flag("there");
    place = gates.register("place", layout.placeBits(), 0);
    beat = gates.data("beat", 8 * layout.beatBytes());
    offering = gates.flag("offering");
    last = gates.data("last", 1);
    waiting = gates.flag("waiting");
    accept = gates.flag("accept");
    replying = gates.flag("replying");
    asked = gates.data("asked", 1);
    number = gates.data("number", 8);
    take = gates.flag("take");
  }

  /** The byte of the request that is wanted a cycle later. */
  int place() {
    return place;
  }

  /** 1 where the oldest request is not needed any more. */
  int take() {
    return take;
  }

  int beat() {
    return beat;
  }

  /** Whether the beat is offered to the core. */
  int offering() {
    return offering;
  }

  /** Whether the beat is the last one of its inference. */
  int last() {
    return last;
  }

  /** 1 where the core's result is not needed any more. */
  int accept() {
    return accept;
  }

  /** Whether the answer is an identification. */
  int replying() {
    return replying;
  }

  /** The number of the request. */
  int number() {
    return number;
  }

  /**
   * Whether an answer is to be sent.
   *
   * @param result whether the core has a result
   */
  int send(int result) {
    return gates.or("send", replying, gates.and("answered", waiting, result));
  }

  /**
   * Connects what moves it on.
   *
   * @param pending whether there is a request
   * @param data its byte at {@link #place}
   * @param ready whether the core takes the beat
   * @param done whether the answer has been sent
   * @return whether a result has been sent
   */
  int finish(int pending, int data, int ready, int done) {
    int begin = gates.and("begin", pending, gates.not(working));
    int capture = gates.and("capture", fetching, there);
    gates.connect(there, gates.and("there_next", fetching, gates.not(there)));
    int head = gates.equal("head", gates.slice(place, 1, layout.placeBits() - 1), 0);
    int headByte = gates.and("head_byte", capture, head);
    int numbered = gates.and("numbered", headByte, gates.bit(place, 0));
    // The two kinds that the receiver lets through differ in this bit.
    int kind = gates.and("kind", headByte, gates.not(gates.bit(place, 0)));
    gates.connect(asked, gates.bit(data, 1), kind);
    gates.connect(number, data, numbered);
    int end = SerialProtocol.REQUEST_HEAD + layout.requestBytes() - 1;
    gates.connect(last, gates.equal("at_end", place, end), capture);
    int next = gates.mux("place_next", begin, gates.number(0), gates.more(place));
    gates.connect(place, next, gates.or("place_moves", begin, capture));

    shift(data, capture);
    int content = gates.and("content", capture, gates.not(head));
    int full = gates.and("full", content, lastByte(content));
    int taken = gates.and("taken", offering, ready);
    int fed = gates.and("fed", taken, last);
    int more = gates.and("further", taken, gates.not(last));
    int answers = gates.and("answers", numbered, asked);
    int sent = gates.and("sent", waiting, done);
    gates.connect(take, gates.or("take_next", fed, answers));
    gates.connect(accept, sent);
    gates.setAndClear(working, begin, done);
    gates.setAndClear(fetching, gates.or("fetch", begin, more), gates.or("hold", full, answers));
    gates.setAndClear(offering, full, taken);
    gates.setAndClear(waiting, fed, done);
    gates.setAndClear(replying, answers, done);
    return sent;
  }

  private void shift(int data, int capture) {
    int kept = 8 * (layout.beatBytes() - 1);
    int next = kept == 0 ? data : gates.concat("beat_next", gates.slice(beat, 8, kept), data);
    gates.connect(beat, next, capture);
  }

  /** Whether this byte of the data is the last one of its beat. */
  private int lastByte(int content) {
    int bytes = layout.beatBytes();
    if (bytes == 1) {
      return gates.number(1);
    }
    int count = gates.register("count", 32 - Integer.numberOfLeadingZeros(bytes - 1), 0);
    int lastOne = gates.equal("last_byte", count, bytes - 1L);
    int next = gates.mux("count_next", lastOne, gates.number(0), gates.more(count));
    gates.connect(count, next, content);
    return lastOne;
  }
}
