package io.hdlgen.hdl.text;

import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of one line, read from left to right. */
final class NetlistTokens {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[\\[\\],:@=]|[^\\s\\[\\],:@=\"]+)");

  private static final int MAX_INDEX_BITS = 30;

  private final String place;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  NetlistTokens(String line, String place) {
    this.place = place;
    Matcher matcher = TOKEN.matcher(line);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (!line.substring(end).isBlank()) {
      throw error("'" + line.substring(end) + "'", "tokens of a netlist");
    }
  }

  /** Refuses a line that says other things, or more, than {@code canonical} does. */
  void expectSameAs(String canonical) {
    List<String> expected = new NetlistTokens(canonical, place).tokens;
    if (!tokens.equals(expected)) {
      throw error("'" + String.join(" ", tokens) + "'", "'" + String.join(" ", expected) + "'");
    }
  }

  InvalidInputException error(String found, String expected) {
    return new InvalidInputException(place, found, expected);
  }

  String word() {
    if (at >= tokens.size()) {
      throw error("the end of the line", "more of the node");
    }
    return tokens.get(at++);
  }

  /** Takes the next token if it is this one. */
  boolean next(String token) {
    if (at < tokens.size() && tokens.get(at).equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String token) {
    String found = word();
    if (!found.equals(token)) {
      throw error("'" + found + "'", "'" + token + "'");
    }
  }

  boolean isOperand() {
    return at < tokens.size() && tokens.get(at).startsWith("%");
  }

  boolean isNumber() {
    return at < tokens.size() && tokens.get(at).matches("-?\\d+");
  }

  int operand() {
    return small(parse(word().substring(1)));
  }

  BigInteger number() {
    return parse(word());
  }

  /** A number that an index or a width may be. */
  int small(BigInteger number) {
    if (number.signum() < 0 || number.bitLength() > MAX_INDEX_BITS) {
      throw error(number.toString(), "a number from 0 to " + ((1L << MAX_INDEX_BITS) - 1));
    }
    return number.intValueExact();
  }

  private BigInteger parse(String text) {
    try {
      return new BigInteger(text);
    } catch (NumberFormatException e) {
      throw error("'" + text + "'", "an integer");
    }
  }

  /** A quoted name, or a plain word. */
  String name() {
    String token = word();
    return token.startsWith("\"")
        ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1")
        : token;
  }

  Range range() {
    expect("[");
    BigInteger min = number();
    expect(",");
    BigInteger max = number();
    expect("]");
    if (min.compareTo(max) > 0) {
      throw error("[" + min + ", " + max + "]", "a range that is not empty");
    }
    return new Range(min, max);
  }

  Origin origin() {
    int layer = index('l');
    int neuron = index('n');
    String role = word();
    if (!role.matches("[A-Za-z_][A-Za-z0-9_]*") || at < tokens.size()) {
      throw error("'" + role + "'", "an identifier, and then the end of the line");
    }
    return new Origin(layer, neuron, role);
  }

  private int index(char letter) {
    String token = word();
    if (token.equals("-")) {
      return Origin.NONE;
    }
    if (token.charAt(0) != letter) {
      throw error("'" + token + "'", "'-' or '" + letter + "' and a number");
    }
    return small(parse(token.substring(1)));
  }
}
