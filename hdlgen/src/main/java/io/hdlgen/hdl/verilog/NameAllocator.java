package io.hdlgen.hdl.verilog;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Gives out Verilog names that are legal and differ, also where case is ignored.
 *
 * <p>The result depends on the order of the calls alone.
 */
public final class NameAllocator {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("always and assign automatic begin bit buf bufif0 bufif1 byte case casex casez cell class"
                  + " clocking cmos config const constraint continue cover deassign default defparam"
                  + " design disable do edge else end endcase endconfig endfunction endgenerate"
                  + " endmodule endprimitive endspecify endtable endtask enum event export extends"
                  + " final for force forever fork function generate genvar global highz0 highz1 if"
                  + " iff ifnone import incdir include initial inout input instance int integer"
                  + " interface join large liblist library local localparam logic longint"
                  + " macromodule medium modport module nand negedge new nmos nor noshowcancelled"
                  + " not notif0 notif1 null or output package parameter pmos posedge primitive"
                  + " priority program property protected pull0 pull1 pulldown pullup"
                  + " pulsestyle_ondetect pulsestyle_onevent pure rand rcmos real realtime ref reg"
                  + " release repeat return rnmos rpmos rtran rtranif0 rtranif1 scalared sequence"
                  + " shortint shortreal showcancelled signed small specify specparam static string"
                  + " strong0 strong1 struct super supply0 supply1 table task this time timeprecision"
                  + " timeunit tran tranif0 tranif1 tri tri0 tri1 triand trior trireg type typedef"
                  + " union unique unsigned use uwire var vectored virtual void wait wand weak0 weak1"
                  + " while wildcard wire with within wor xnor xor")
              .split(" "));

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

  private boolean isTaken(String name) {
    return KEYWORDS.contains(name) || taken.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Letters, digits and underscores, not beginning with a digit. */
  public static String legal(String wish) {
    String legal = wish.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("__+", "_");
    legal =
        legal.length() > 1 && legal.endsWith("_") ? legal.substring(0, legal.length() - 1) : legal;
    return legal.isEmpty() || !Character.isLetter(legal.charAt(0)) ? "x" + legal : legal;
  }
}
