package io.hdlgen.canids.verify.wire;

import io.hdlgen.canids.rtl.feature.EventBeat;
import io.hdlgen.canids.verify.DetectorEvent;
import io.hdlgen.canids.verify.DetectorEvent.Kind;
import io.hdlgen.canids.verify.wire.WireFrames.Heard;
import io.hdlgen.canids.wire.Waveform;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** When verdicts stand, against the bits of their frames on the wire. */
final class WireTimes {
  /** Bits of the end-of-frame field before the one that tells that a frame is valid. */
  private static final int BEFORE_VALID = 5;

  private static final int SEQUENCE_MASK = 0xffff;

  private WireTimes() {}

  static List<LengthTiming> of(List<DetectorEvent> events, List<Heard> frames, Waveform wave) {
    SortedMap<Integer, LengthTiming> lengths = new TreeMap<>();
    int place = 0;
    for (DetectorEvent event : events) {
      if (event.kind() != Kind.BEAT) {
        continue;
      }
      EventBeat beat = EventBeat.of(event.value().longValue());
      while (place < frames.size() && (place & SEQUENCE_MASK) != beat.seq()) {
        place++;
      }
      boolean isVerdict = beat.kind() == EventBeat.Kind.VERDICT;
      if (isVerdict && place < frames.size() && !frames.get(place).error()) {
        Heard frame = frames.get(place);
        long beforeEnd = wave.start(frame.end() - BEFORE_VALID) - event.cycle();
        long afterData = event.cycle() - wave.start(frame.dataEnd() + 1);
        int code = frame.remote() ? LengthTiming.REMOTE : frame.code();
        lengths.merge(
            code,
            LengthTiming.none(code).with(beforeEnd, afterData),
            (old, one) -> old.with(beforeEnd, afterData));
      }
    }
    return List.copyOf(lengths.values());
  }
}
