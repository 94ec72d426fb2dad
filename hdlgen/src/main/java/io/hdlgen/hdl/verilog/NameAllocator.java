package io.hdlgen.hdl.verilog;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives out Verilog names that are legal and differ, also where case is ignored.
 *
 * <p>The result depends on the order of the calls alone.
 */
public final class NameAllocator {
  /** Of Verilog-2005 and SystemVerilog (IEEE 1800-2017): tools may read either. */
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          accept_on alias always always_comb always_ff always_latch and assert assign assume
          automatic before begin bind bins binsof bit break buf bufif0 bufif1 byte case casex
          casez cell chandle checker class clocking cmos config const constraint context
          continue cover covergroup coverpoint cross deassign default defparam design disable
          dist do edge else end endcase endchecker endclass endclocking endconfig endfunction
          endgenerate endgroup endinterface endmodule endpackage endprimitive endprogram
          endproperty endsequence endspecify endtable endtask enum event eventually expect
          export extends final first_match for force foreach forever fork forkjoin function
          generate genvar global highz0 highz1 if iff ifnone ignore_bins illegal_bins
          implements implies import incdir include initial inout input inside instance int
          integer interconnect interface intersect join join_any join_none large let liblist
          library local localparam logic longint macromodule matches medium modport module
          nand negedge nettype new nexttime nmos nor noshowcancelled not notif0 notif1 null or
          output package packed parameter pmos posedge primitive priority program property
          protected pull0 pull1 pulldown pullup pulsestyle_ondetect pulsestyle_onevent pure
          rand randc randcase randsequence rcmos real realtime ref reg reject_on release
          repeat restrict return rnmos rpmos rtran rtranif0 rtranif1 s_always s_eventually
          s_nexttime s_until s_until_with scalared sequence shortint shortreal showcancelled
          signed small soft solve specify specparam static string strong strong0 strong1
          struct super supply0 supply1 sync_accept_on sync_reject_on table tagged task this
          throughout time timeprecision timeunit tran tranif0 tranif1 tri tri0 tri1 triand
          trior trireg type typedef union unique unique0 unsigned until until_with untyped use
          uwire var vectored virtual void wait wait_order wand weak weak0 weak1 while wildcard
          wire with within wor xnor xor
          """
              .split("\\s+"));

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9]+");

  private final Set<String> taken = new HashSet<>();

  /** A legal name like {@code wish}, with a number behind it if that is taken. */
  public String allocate(String wish) {
    return allocate(wish, "");
  }

  /** A legal name like {@code wish} that ends in {@code suffix}; numbers come before the suffix. */
  public String allocate(String wish, String suffix) {
    String legal = legal(wish);
    String name = legal + suffix;
    for (int number = 1; isTaken(name); number++) {
      name = legal + "_" + number + suffix;
    }
    taken.add(name.toLowerCase(Locale.ROOT));
    return name;
  }

  /**
   * Takes a name that is given from outside, as it is.
   *
   * @throws IllegalArgumentException if it is not legal, or taken
   */
  public void reserve(String name) {
    if (!IDENTIFIER.matcher(name).matches() || isTaken(name)) {
      throw new IllegalArgumentException("'" + name + "' is no Verilog name, or given twice");
    }
    taken.add(name.toLowerCase(Locale.ROOT));
  }

  private boolean isTaken(String name) {
    return KEYWORDS.contains(name) || taken.contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * Letters, digits and single underscores between them, beginning with a letter: {@code x} is put
   * before what does not.
   */
  public static String legal(String wish) {
    String legal = OTHERS.matcher(wish).replaceAll("_");
    legal = legal.startsWith("_") && legal.length() > 1 ? "x" + legal : legal;
    legal = legal.endsWith("_") ? legal.substring(0, legal.length() - 1) : legal;
    return legal.isEmpty() || !Character.isLetter(legal.charAt(0)) ? "x" + legal : legal;
  }
}
