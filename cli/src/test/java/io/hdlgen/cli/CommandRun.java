package io.hdlgen.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * What a command line did.
 *
 * @param exitCode what the process would end with
 * @param out what it printed as its result
 * @param err what else it said
 */
record CommandRun(int exitCode, String out, String err) {
  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.run(arguments, new Terminal(new PrintWriter(out), new PrintWriter(err), false));
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** The one JSON object that {@code out} must hold, and nothing else. */
  JsonNode json() {
    try {
      JsonNode node =
          new ObjectMapper()
              .readerFor(JsonNode.class)
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readValue(out);
      if (!node.isObject()) {
        throw new AssertionError("not an object: " + out);
      }
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(out, e);
    }
  }
}
