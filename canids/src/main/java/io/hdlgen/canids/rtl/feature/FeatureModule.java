package io.hdlgen.canids.rtl.feature;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.feature.FrameField;
import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.netlist.HdlModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Registers that are filled as a frame arrives, and what is remembered of the frames before it: the
 * hardware of {@link io.hdlgen.canids.feature.FeatureExtractor}, with the same codes.
 *
 * <p>A frame is remembered with {@code frame_ok_i}, and with nothing else.
 */
final class FeatureModule {
  /** All codes side by side, the first feature lowest; from {@link #VALID} to the frame's end. */
  static final String FEATURES = "features_o";

  /** A pulse, a cycle after {@code data_end_i}: the codes are there. */
  static final String VALID = "features_valid_o";

  /** Whether the window is full with this frame. */
  static final String FULL = "full_o";

  /** A pulse in place of {@link #VALID} for a frame that began before the memory was clear. */
  static final String UNREADY = "unready_o";

  static final String ID = "id_o";
  static final String EXTENDED = "is_extended_o";

  private final FeatureSpec spec;
  private final Gates gates;
  private final Map<String, Integer> in;
  private final int sof;
  private final int id;
  private final int extended;
  private final int remote;
  private final int length;
  private int ready;

  private FeatureModule(FeatureSpec spec, String name) {
    this.spec = spec;
    this.gates = new Gates(name);
    this.in = FramePorts.inputs(gates);
    this.sof = in.get(FramePorts.SOF);
    this.ready = gates.number(1);
    int control = in.get(FramePorts.CONTROL_VALID);
    id = filled("id", in.get(FramePorts.ID_VALID), in.get(FramePorts.BASE_ID));
    extended = filled("extended", control, in.get(FramePorts.EXTENDED));
    remote = filled("remote", control, in.get(FramePorts.REMOTE));
    length = filled("length", control, length(in.get(FramePorts.LENGTH)));
  }

  static HdlModule of(FeatureSpec spec, String name) {
    return new FeatureModule(spec, name).build();
  }

  private HdlModule build() {
    int live = gates.flag("live");
    int commit = gates.and("commit", in.get(FramePorts.FRAME_OK), live);
    List<Integer> codes = new ArrayList<>();
    for (FrameField field : spec.fields()) {
      codes.add(code(field, commit));
    }
    int newest = gates.concat("newest", codes.toArray(Integer[]::new));
    gates.connect(live, ready, sof);
    int ended = gates.flag("ended");
    gates.connect(ended, in.get(FramePorts.DATA_END));
    gates.output(FEATURES, window(newest, commit));
    gates.output(VALID, gates.and("valid", ended, live));
    gates.output(FULL, full(commit));
    gates.output(UNREADY, gates.and("unready", ended, gates.not(live)));
    gates.output(ID, id);
    gates.output(EXTENDED, extended);
    return gates.build();
  }

  /** A register of a part of the frame; 0 until it is there. */
  private int filled(String name, int when, int value) {
    int width = gates.width(value);
    int register = gates.data(name, width);
    int next = gates.mux(name + "_next", sof, gates.field(0, width), value);
    gates.connect(register, next, gates.or(name + "_moves", sof, when));
    return register;
  }

  /** 8 for codes from 8 on. */
  private int length(int code) {
    int eight = gates.bit(code, 3);
    int low = gates.slice(code, 0, 3);
    return gates.concat("bytes", gates.mux("below", eight, gates.field(0, 3), low), eight);
  }

  private int code(FrameField field, int commit) {
    return switch (field) {
      case ID_HIGH -> gates.slice(id, 8, 3);
      case ID_LOW -> gates.slice(id, 0, 8);
      case LENGTH -> length;
      case BYTE_0, BYTE_1, BYTE_2, BYTE_3, BYTE_4, BYTE_5, BYTE_6, BYTE_7 ->
          dataByte(field.dataByte());
      case REMOTE -> remote;
      case EXTENDED -> extended;
      case GAP -> gap(commit);
      case SAME_ID -> RecentIds.code(gates, id, commit);
    };
  }

  private int dataByte(int index) {
    int here = gates.equal("at_byte" + index, in.get(FramePorts.BYTE_INDEX), index);
    int taken = gates.and("take_byte", in.get(FramePorts.BYTE_VALID), here, gates.not(remote));
    return filled("byte" + index, taken, in.get(FramePorts.BYTE));
  }

  private int gap(int commit) {
    GapMemory memory = new GapMemory(gates, id, in.get(FramePorts.TIME_US), commit);
    ready = memory.isClear();
    return memory.code();
  }

  /** The remembered frames, the oldest lowest, and this one. */
  private int window(int newest, int commit) {
    List<Integer> frames = new ArrayList<>(List.of(newest));
    for (int message = spec.window() - 2; message >= 0; message--) {
      int older = gates.data("message" + message, gates.width(newest));
      gates.connect(older, frames.get(0), commit);
      frames.add(0, older);
    }
    return frames.size() == 1 ? newest : gates.concat("window", frames.toArray(Integer[]::new));
  }

  private int full(int commit) {
    int others = spec.window() - 1;
    if (others == 0) {
      return gates.number(1);
    }
    int count =
        gates.register("remembered", Integer.SIZE - Integer.numberOfLeadingZeros(others), 0);
    int full = gates.equal("full", count, others);
    gates.connect(count, gates.more(count), gates.and("another", commit, gates.not(full)));
    return full;
  }
}
