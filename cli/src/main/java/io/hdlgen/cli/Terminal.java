package io.hdlgen.cli;

import java.io.PrintWriter;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err everything else
 * @param interactive whether a person looks at {@code err}
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {}
