package io.hdlgen.explore.words;

import io.hdlgen.boards.printed.FrontEnd.Parts;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.explore.report.markup.NumberText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a classifier aloud. */
public final class ReadAloud {
  private final SensorBill bill;
  private final PrintedCircuit circuit;
  private final List<String> features;
  private final List<String> classNames;

  /**
   * @param bill what it reads
   * @param circuit its gates
   * @param features names of all features of the data, read or not
   * @param classNames by class index
   */
  public ReadAloud(
      SensorBill bill, PrintedCircuit circuit, List<String> features, List<String> classNames) {
    this.bill = bill;
    this.circuit = circuit;
    this.features = List.copyOf(features);
    this.classNames = List.copyOf(classNames);
  }

  /**
   * The classifier in short sentences.
   *
   * @param possible classes that it can answer at all, if that is known
   * @param answered classes that it answers on some rows
   * @param rows what these rows are, as {@code the 480 test rows}
   */
  public List<String> sentences(Optional<BitSet> possible, BitSet answered, String rows) {
    List<String> sentences = new ArrayList<>();
    sentences.add(reads());
    sentences.add(neverReads());
    sentences.add(needs());
    sentences.add(decides());
    possible.ifPresent(classes -> sentences.add(canNever(classes)));
    sentences.add(answers(possible, answered, rows));
    return sentences;
  }

  private String reads() {
    if (bill.lines().isEmpty()) {
      return "Reads nothing.";
    }
    return "Reads %s of %s: %s."
        .formatted(
            Words.count(bill.bits(), "bit"),
            Words.count(bill.lines().size(), "feature"),
            String.join("; ", bill.lines().stream().map(SensorLine::words).toList()));
  }

  private String neverReads() {
    List<String> unread = bill.unread(features);
    return unread.isEmpty()
        ? "Reads every feature."
        : "Never reads " + Words.some(unread) + ": no sensor is needed.";
  }

  private String needs() {
    Parts parts = bill.parts();
    String price =
        circuit
            .frontEnd()
            .map(
                front ->
                    "%s cm\u00b2, %s mW; ladder, reference and sensors not counted"
                        .formatted(
                            NumberText.amount(front.areaCm2(parts)),
                            NumberText.amount(front.powerMw(parts))))
            .orElse("none are published for this technology, so what they take is not known");
    return "Its converters need %s and %s (%s)."
        .formatted(
            Words.count(parts.comparators(), "comparator"),
            Words.count(parts.orGates(), "OR gate"),
            price);
  }

  private String decides() {
    return "Decides with %s (%s cm\u00b2, %s mW) in %s ms or less."
        .formatted(
            Words.count(circuit.netlist().gates().size(), "gate"),
            NumberText.amount(circuit.netlist().areaCm2()),
            NumberText.amount(circuit.power().staticMw()),
            NumberText.amount(circuit.path().highMs()));
  }

  private String canNever(BitSet possible) {
    List<String> never = names(possible, false);
    return never.isEmpty()
        ? "Can answer every class."
        : "Can never answer " + Words.and(never) + ", whatever the features are.";
  }

  private String answers(Optional<BitSet> possible, BitSet answered, String rows) {
    BitSet missing = new BitSet();
    missing.set(0, classNames.size());
    missing.andNot(answered);
    possible.ifPresent(missing::and);
    String which = possible.isPresent() ? " that it can answer" : "";
    return missing.isEmpty()
        ? "Answers every class" + which + " on " + rows + "."
        : "Answers "
            + Words.and(names(answered, true))
            + " on "
            + rows
            + ", never "
            + Words.and(names(missing, true))
            + ".";
  }

  private List<String> names(BitSet classes, boolean in) {
    return IntStream.range(0, classNames.size())
        .filter(k -> classes.get(k) == in)
        .mapToObj(classNames::get)
        .toList();
  }
}
