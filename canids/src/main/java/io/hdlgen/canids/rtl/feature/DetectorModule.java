package io.hdlgen.canids.rtl.feature;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.rtl.feature.EventBeat.Kind;
import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A detector: frames come in as they arrive on the bus, verdicts and frame ends go out.
 *
 * <p>The core starts as soon as the features of a frame are known. One verdict is under way at a
 * time; a frame whose features are known while the verdict of another is under way is missed, which
 * is counted. A frame's end is held until its verdict, and any before it, is out.
 */
final class DetectorModule {
  private final FeatureSpec spec;
  private final Signature signature;
  private final Set<Integer> attacks;
  private final Gates gates;
  private final Map<String, Integer> in;
  private final Map<String, Integer> frame;
  private final EventQueue queue;

  /** Whether a verdict is under way. */
  private final int busy;

  private final WaitingEnds waiting;
  private final int verdict;
  private final int attack;

  private DetectorModule(
      String name,
      FeatureSpec spec,
      Signature signature,
      Set<Integer> attacks,
      HdlModule features) {
    this.spec = spec;
    this.signature = signature;
    this.attacks = attacks;
    this.gates = new Gates(name);
    this.in = FramePorts.inputs(gates);
    Map<String, Integer> connections = new LinkedHashMap<>();
    features.inputs().forEach(port -> connections.put(port.name(), in.get(port.name())));
    this.frame = gates.instance(features, connections);
    this.queue = new EventQueue(gates);
    this.busy = gates.flag("busy");
    this.waiting = new WaitingEnds(gates);
    this.verdict = gates.data("verdict", EventBeat.VERDICT_BITS);
    this.attack = gates.data("attack", 1);
  }

  /**
   * The module.
   *
   * @param attacks classes that raise an alert
   * @param features of the same specification
   * @param core between streams, its class in the lowest bits of its results
   */
  static HdlModule of(
      String name,
      FeatureSpec spec,
      Signature signature,
      Set<Integer> attacks,
      HdlModule features,
      HdlModule core) {
    return new DetectorModule(name, spec, signature, attacks, features).build(core);
  }

  private HdlModule build(HdlModule core) {
    int reader = gates.input(DetectorPorts.TAKE, 1);
    int register = gates.input(DetectorPorts.REGISTER, 4);
    int pop = gates.input(DetectorPorts.POP, 1);
    int sof = in.get(FramePorts.SOF);
    int ok = in.get(FramePorts.FRAME_OK);
    int error = in.get(FramePorts.FRAME_ERROR);
    int seq = in.get(FramePorts.SEQ);
    int id = frame.get(FeatureModule.ID);
    int extended = frame.get(FeatureModule.EXTENDED);

    int due = gates.and("due", frame.get(FeatureModule.VALID), frame.get(FeatureModule.FULL));
    int start = gates.and("start", due, gates.not(gates.or("occupied", busy, waiting.waiting())));
    int missed =
        gates.or(
            "missed", frame.get(FeatureModule.UNREADY), gates.and("late", due, gates.not(start)));
    int ends = gates.or("ends", ok, error);
    int jobSeq = gates.data("job_seq", FramePorts.SEQ_BITS);
    gates.connect(jobSeq, seq, start);
    int jobId = gates.data("job_id", FramePorts.ID_BITS + 1);
    gates.connect(jobId, gates.concat("whose", id, extended), start);

    BeatShifter sender = new BeatShifter(gates, signature);
    int room = queue.room();
    Map<String, Integer> results =
        gates.instance(
            core,
            Map.of(
                "s_axis_tdata", sender.data(),
                "s_axis_tvalid", sender.valid(),
                "s_axis_tlast", sender.last(),
                "m_axis_tready", room));
    sender.finish(codes(), start, results.get("s_axis_tready"));
    int judged = gates.and("judged", results.get("m_axis_tvalid"), room);
    gates.setAndClear(busy, start, judged);
    Field field = signature.outputs().get(0);
    int found = gates.slice(results.get("m_axis_tdata"), field.low(), field.width());
    int found8 = gates.builder().extend(found, EventBeat.VERDICT_BITS);
    int alarming = alarming(found);
    gates.connect(verdict, found8, judged);
    gates.connect(attack, alarming, judged);

    // The frame that is arriving has been given to the core.
    int begun = gates.flag("begun");
    gates.setAndClear(begun, start, sof);
    int sends = gates.and("end_goes", waiting.waiting(), gates.not(busy), gates.not(judged), room);
    waiting.finish(ends, sends);
    int endSeq = waiting.held("end_seq", seq);
    int endId = waiting.held("end_id", gates.concat("whose_end", id, extended));
    int endOk = waiting.held("end_ok", ok);
    int endJudged = waiting.judged(gates.or("given", begun, start));
    int endTime = waiting.heldIfJudged("end_time", in.get(FramePorts.TIME_US));
    int endAttack = gates.and("end_attack", endJudged, attack);
    int endClass =
        gates.mux("end_class", endJudged, verdict, gates.field(0, EventBeat.VERDICT_BITS));

    int kindOk = gates.field(Kind.FRAME_OK.ordinal(), EventBeat.KIND_BITS);
    int kindError = gates.field(Kind.FRAME_ERROR.ordinal(), EventBeat.KIND_BITS);
    int kind = gates.mux("end_kind", endOk, kindOk, kindError);
    int endBeat = gates.concat("end_beat", endSeq, endId, kind, endJudged, endAttack, endClass);
    int kindVerdict = gates.field(Kind.VERDICT.ordinal(), EventBeat.KIND_BITS);
    int verdictBeat =
        gates.concat("verdict_beat", jobSeq, jobId, kindVerdict, gates.number(1), alarming, found8);
    int put = gates.or("put", judged, sends);
    queue.finish(put, gates.mux("put_beat", judged, verdictBeat, endBeat), reader);

    int raised = gates.and("raised", sends, endOk, endAttack);
    int alarm = gates.flag("alarm");
    gates.connect(alarm, gates.and("alarm_next", judged, alarming));
    AlertQueue alerts =
        new AlertQueue(gates, raised, gates.concat("alert", endSeq, endId, endClass, endTime), pop);
    List<Integer> counters = new ArrayList<>();
    counters.add(counter("frames", ok));
    counters.add(counter("errors", error));
    counters.add(counter("alert_count", raised));
    counters.add(counter("missed_count", missed));
    counters.add(counter("dropped_count", waiting.dropped()));
    registers(register, counters, alerts, results.get("error_o"));
    gates.output(DetectorPorts.DATA, queue.data());
    gates.output(DetectorPorts.VALID, queue.valid());
    gates.output(DetectorPorts.LAST, gates.number(1));
    gates.output(DetectorPorts.ALARM, alarm);
    gates.output(DetectorPorts.INTERRUPT, alerts.pending());
    gates.output(DetectorPorts.FEATURES, frame.get(FeatureModule.FEATURES));
    gates.output(DetectorPorts.FEATURES_VALID, frame.get(FeatureModule.VALID));
    return gates.build();
  }

  private List<Integer> codes() {
    List<Integer> codes = new ArrayList<>();
    int low = 0;
    for (int i = 0; i < spec.features(); i++) {
      codes.add(gates.slice(frame.get(FeatureModule.FEATURES), low, spec.bits(i)));
      low += spec.bits(i);
    }
    return codes;
  }

  private int alarming(int found) {
    int result = gates.number(0);
    for (int attackClass : attacks) {
      result = gates.or("alarming", result, gates.equal("is_attack", found, attackClass));
    }
    return result;
  }

  private int counter(String name, int when) {
    int counter = gates.register(name, 32, 0);
    gates.connect(counter, gates.more(counter), when);
    return counter;
  }

  private void registers(int register, List<Integer> counters, AlertQueue alerts, int error) {
    List<Integer> words = new ArrayList<>(counters);
    words.add(
        gates.concat(
            "status", alerts.level(), gates.field(0, 3), error, gates.field(0, 7), alerts.lost()));
    int frameBits = FramePorts.SEQ_BITS + FramePorts.ID_BITS + 1;
    int head = alerts.head();
    words.add(gates.builder().extend(gates.slice(head, 0, frameBits), 32));
    int classLow = frameBits;
    words.add(gates.builder().extend(gates.slice(head, classLow, EventBeat.VERDICT_BITS), 32));
    words.add(gates.slice(head, classLow + EventBeat.VERDICT_BITS, FramePorts.TIME_BITS));
    int shown = gates.data("register", 32);
    gates.connect(shown, gates.choose("register_word", words, register));
    gates.output(DetectorPorts.REGISTER_DATA, shown);
  }
}
