package io.hdlgen.canids.rtl.receiver;

import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.netlist.HdlModule;

/**
 * From bits to frames (ISO 11898-1:2015, clause 10): takes stuff bits out, finds the fields, checks
 * them, and gives their contents as they come. All that comes out is a clock behind the sample.
 */
final class FrameModule {
  static final String NAME = "hdlgen_can_frame";

  /** 1 while any edge to dominant begins a bit. */
  static final String HARD = "hard_o";

  /** 1 where a frame begins, in the clock of the sample. */
  static final String BEGIN = "begin_o";

  private static final int CRC_BITS = 15;
  private static final int POLYNOMIAL = 0x4599;
  private static final int SEQUENCE_BITS = 16;

  private final Gates gates = new Gates(NAME);
  private final int sample = gates.input(BitModule.SAMPLE.replace("_o", "_i"), 1);
  private final int level = gates.input(BitModule.LEVEL.replace("_o", "_i"), 1);
  private final int last = gates.input(BitModule.LAST.replace("_o", "_i"), 1);
  private final int fall = gates.input(BitModule.FALL.replace("_o", "_i"), 1);
  private final int dominant = gates.not(level);
  private final Fields fields = new Fields(gates);
  private final int stuffed = stuffed();
  private final int violation = gates.and("violation", stuffed, gates.same("sixth", level, last));
  private final int take = gates.and("take", sample, gates.not(stuffed));

  private FrameModule() {}

  static HdlModule create() {
    return new FrameModule().build();
  }

  /** Whether the bit that comes is, or should be, a stuff bit: it follows five equal ones. */
  private int stuffed() {
    int earlier = gates.data("earlier", 4);
    gates.connect(earlier, gates.concat("earlier_next", last, gates.slice(earlier, 0, 3)), sample);
    int ones = gates.and("ones", last, gates.equal("all_ones", earlier, 15));
    int zeros = gates.and("zeros", gates.not(last), gates.equal("all_zeros", earlier, 0));
    int fixed = gates.or("fixed", fields.outside, fields.acknowledge);
    return gates.and("stuffed", gates.or("five", ones, zeros), gates.not(fixed));
  }

  private HdlModule build() {
    int begin = gates.and(BEGIN, take, fields.outside, fields.done, dominant);
    gates.output(BEGIN, begin);
    gates.output(
        HARD, gates.or("hard", fields.joining, gates.and("bus_free", fields.outside, fields.done)));
    pulse(ReceiverPorts.SOF, begin);
    int moves = gates.or("moves", take, gates.and("violates", sample, violation));
    int extended = gates.flag("extended");
    int atExtension = gates.or("at_extension", fields.outside, fields.extension);
    gates.connect(
        extended,
        gates.and("extended_next", fields.extension, level),
        gates.and("extended_moves", take, atExtension));
    gates.output(ReceiverPorts.EXTENDED, extended);
    int remote = gates.data("remote", 1);
    gates.connect(remote, level, gates.and("remote_moves", take, fields.remote));
    gates.output(ReceiverPorts.REMOTE, remote);
    identifier();
    int wrong = wrong();
    content(new Head(moves, extended, remote, wrong));
    verdict(wrong);
    int sequence = gates.register("seq", SEQUENCE_BITS, (1 << SEQUENCE_BITS) - 1);
    gates.connect(sequence, gates.more(sequence), begin);
    gates.output(ReceiverPorts.SEQUENCE, sequence);
    return gates.build();
  }

  private record Head(int moves, int extended, int remote, int wrong) {}

  private int pulse(String port, int when) {
    int pulse = gates.flag(port.replace("_o", ""));
    gates.connect(pulse, when);
    gates.output(port, pulse);
    return pulse;
  }

  private void identifier() {
    int inId = gates.and("takes_id", take, fields.id);
    int id = gates.data("base_id", 11);
    gates.connect(id, gates.concat("base_id_next", level, gates.slice(id, 0, 10)), inId);
    pulse(ReceiverPorts.ID_VALID, gates.and("id_last", inId, fields.done));
    gates.output(ReceiverPorts.BASE_ID, id);
  }

  /** Whether a bit of the check has differed: the register stays 0 while none does. */
  private int wrong() {
    int crc = gates.data("crc", CRC_BITS);
    int feedback = gates.xor("crc_feedback", level, gates.bit(crc, CRC_BITS - 1));
    int none = gates.field(0, CRC_BITS);
    int mask = gates.mux("crc_mask", feedback, gates.field(POLYNOMIAL, CRC_BITS), none);
    int shifted = gates.concat("crc_shifted", gates.field(0, 1), gates.slice(crc, 0, CRC_BITS - 1));
    int stepped = gates.xor("crc_stepped", shifted, mask);
    gates.connect(crc, gates.mux("crc_next", fields.outside, none, stepped), take);
    int wrong = gates.flag("crc_wrong");
    int differs = gates.or("crc_differs", feedback, wrong);
    gates.connect(wrong, gates.and("crc_wrong_next", fields.crc, differs), take);
    return wrong;
  }

  private void content(Head head) {
    int inLength = gates.and("takes_length", take, fields.length);
    int code = gates.data("code", 4);
    gates.connect(code, gates.concat("code_next", level, gates.slice(code, 0, 3)), inLength);
    int most = gates.bit(code, 3);
    int below = gates.not(most);
    int low =
        gates.concat(
            "low_length",
            gates.and("length0", gates.bit(code, 0), below),
            gates.and("length1", gates.bit(code, 1), below),
            gates.and("length2", gates.bit(code, 2), below));
    gates.output(ReceiverPorts.LENGTH, gates.concat("length", low, most));
    int noCode =
        gates.and("no_code", gates.equal("no_upper", gates.slice(code, 0, 3), 0), dominant);
    int empty = gates.or("empty", noCode, head.remote());

    int octet = gates.data("byte", 8);
    int inData = gates.and("takes_data", take, fields.data);
    gates.connect(octet, gates.concat("byte_next", level, gates.slice(octet, 0, 7)), inData);
    int controlled =
        pulse(ReceiverPorts.CONTROL_VALID, gates.and("length_last", inLength, fields.done));
    int received = pulse(ReceiverPorts.BYTE_VALID, gates.and("byte_last", inData, fields.done));
    int index = gates.data("byte_index", 3);
    int following = gates.more(index);
    gates.connect(
        index,
        gates.mux("byte_index_next", controlled, gates.number(0), following),
        gates.or("byte_index_moves", controlled, received));
    int lastByte = gates.same("last_byte", following, low);
    gates.output(ReceiverPorts.BYTE, octet);
    gates.output(ReceiverPorts.BYTE_INDEX, index);
    int noData = gates.and("no_data", inLength, fields.done, empty);
    int allData = gates.and("all_data", inData, fields.done, lastByte);
    pulse(ReceiverPorts.DATA_END, gates.or("data_end_next", noData, allData));
    fields.finish(
        new Fields.Conditions(
            head.moves(),
            violation,
            level,
            fall,
            head.extended(),
            empty,
            lastByte,
            gates.not(head.wrong())));
  }

  private void verdict(int wrong) {
    int other = gates.and("other_frame", take, fields.format, level);
    int delimiter = gates.and("takes_delimiter", take, fields.delimiter);
    int check = gates.and("check_error", delimiter, level, wrong);
    int cut = gates.and("cut", delimiter, dominant);
    int disturbed = gates.and("disturbed", take, fields.ending, dominant);
    int form = gates.or("form_error", cut, disturbed);
    int stuff = gates.and("stuff_error", sample, violation);
    int silent = gates.and("silent", stuff, level);
    int flag = gates.and("error_flag", stuff, dominant);
    pulse(ReceiverPorts.FRAME_OK, gates.and("frame_ok_next", take, fields.lastButOne(), level));
    pulse(ReceiverPorts.FRAME_ERROR, gates.or("frame_error_next", other, check, form, stuff));
    int kind = gates.data("error_kind", 3);
    gates.connect(
        kind,
        gates.concat(
            "error_kind_next",
            gates.or("error_kind0", silent, check, other),
            gates.or("error_kind1", flag, check),
            gates.or("error_kind2", form, other)));
    gates.output(ReceiverPorts.ERROR_KIND, kind);
  }
}
