package io.hdlgen.sim.vcd;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a dump in constant memory: the header first, then one moment after the other. Unknown bits
 * read as 0.
 */
public final class ValueChangeReader {
  private final InputStream from;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private int at;
  private byte[] token = new byte[256];
  private int length;
  private final Map<String, Integer> variables = new LinkedHashMap<>();
  private final Map<Long, Integer> codes = new HashMap<>();
  private final List<long[]> values = new ArrayList<>();
  private long time = -1;
  private long nextTime = -1;

  /** Reads the header. */
  public ValueChangeReader(InputStream from) throws IOException {
    this.from = from;
    readHeader();
  }

  /**
   * The variables by path, {@code TOP.top.instance.wire}, in the dump's order; the number is for
   * {@link #bits}. Two names of one wire have the same number.
   */
  public Map<String, Integer> variables() {
    return Collections.unmodifiableMap(variables);
  }

  /** The moment that the values are those of. */
  public long time() {
    return time;
  }

  /** Bits {@code 64 * word ..} of a variable; 0 beyond its width. */
  public long bits(int variable, int word) {
    long[] value = values.get(variable);
    return word < value.length ? value[word] : 0;
  }

  /**
   * Reads all changes of the next moment.
   *
   * @return false at the end of the dump
   */
  public boolean next() throws IOException {
    if (nextTime < 0 && !skipToTime()) {
      return false;
    }
    time = nextTime;
    nextTime = -1;
    while (read()) {
      switch (token[0]) {
        case '#' -> {
          nextTime = number(1);
          return true;
        }
        case '0', '1', 'x', 'z', 'X', 'Z' -> {
          long[] value = values.get(codes.get(code(1)));
          value[0] = token[0] == '1' ? 1 : 0;
        }
        case 'b', 'B' -> readVector();
        default -> {
          // $dumpvars, $end and the like: sections without meaning here.
        }
      }
    }
    return true;
  }

  private boolean skipToTime() throws IOException {
    while (read()) {
      if (token[0] == '#') {
        nextTime = number(1);
        return true;
      }
    }
    return false;
  }

  private void readVector() throws IOException {
    int bits = length - 1;
    long[] parsed = new long[(bits + 63) / 64];
    for (int i = 0; i < bits; i++) {
      if (token[length - 1 - i] == '1') {
        parsed[i / 64] |= 1L << (i % 64);
      }
    }
    if (!read()) {
      throw new EOFException("a vector without its variable");
    }
    long[] value = values.get(codes.get(code(0)));
    for (int k = 0; k < value.length; k++) {
      value[k] = k < parsed.length ? parsed[k] : 0;
    }
  }

  private void readHeader() throws IOException {
    Deque<String> scopes = new ArrayDeque<>();
    while (read()) {
      switch (text()) {
        case "$scope" -> {
          read();
          read();
          scopes.addLast(text());
          skipToEnd();
        }
        case "$upscope" -> {
          scopes.removeLast();
          skipToEnd();
        }
        case "$var" -> readVariable(String.join(".", scopes));
        case "$enddefinitions" -> {
          skipToEnd();
          return;
        }
        default -> {
          if (length > 0 && token[0] == '$') {
            skipToEnd();
          }
        }
      }
    }
    throw new EOFException("a dump without $enddefinitions");
  }

  private void readVariable(String scope) throws IOException {
    read();
    read();
    int width = (int) number(0);
    read();
    long code = code(0);
    read();
    String name = text();
    Integer known = codes.get(code);
    if (known == null) {
      known = values.size();
      codes.put(code, known);
      values.add(new long[(width + 63) / 64]);
    }
    variables.putIfAbsent(scope + "." + name, known);
    skipToEnd();
  }

  private void skipToEnd() throws IOException {
    while (read()) {
      if (text().equals("$end")) {
        return;
      }
    }
    throw new EOFException("a section without $end");
  }

  private String text() {
    return new String(token, 0, length, StandardCharsets.US_ASCII);
  }

  private long number(int start) {
    long value = 0;
    for (int i = start; i < length; i++) {
      value = 10 * value + token[i] - '0';
    }
    return value;
  }

  private long code(int start) {
    long code = 0;
    for (int i = start; i < length; i++) {
      code = 128 * code + token[i];
    }
    return code;
  }

  /** Reads the next word; false at the end. */
  private boolean read() throws IOException {
    length = 0;
    int c = get();
    while (c >= 0 && c <= ' ') {
      c = get();
    }
    while (c > ' ') {
      if (length == token.length) {
        token = java.util.Arrays.copyOf(token, 2 * length);
      }
      token[length++] = (byte) c;
      c = get();
    }
    return length > 0;
  }

  private int get() throws IOException {
    if (at == filled) {
      filled = Math.max(0, from.read(buffer));
      at = 0;
      if (filled == 0) {
        return -1;
      }
    }
    return buffer[at++];
  }
}
