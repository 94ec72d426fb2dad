package io.hdlgen.hdl.pass;

import org.junit.jupiter.api.Test;

class RemoveDeadNodesTest {
  private static final Pass PASS = new RemoveDeadNodes();

  /** A dead output frees an input port, which frees a module: one round each, from the top down. */
  @Test
  void deadNodesPortsAndModulesGo() {
    Passes.assertRewritten(
        PASS,
        """
        module alone
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = output "y_o" %0 : [0, 7] @ - - y
        module first
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = output "y_o" %0 : [0, 7] @ - - y
        module second
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "b_i" : [0, 7] @ - - b
          %2 = not %1 : [0, 7] @ - - n
          %3 = output "y_o" %0 : [0, 7] @ - - y
          %4 = output "z_o" %2 : [0, 7] @ - - z
        module top
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "unused_i" : [0, 7] @ - - unused
          %2 = instance first "a_i" %1 @ - - u_first
          %3 = instance_output "y_o" %2 : [0, 7] @ - - y
          %4 = instance second "a_i" %0 "b_i" %3 @ - - u_second
          %5 = instance_output "y_o" %4 : [0, 7] @ - - y
          %6 = instance_output "z_o" %4 : [0, 7] @ - - z
          %7 = register 0 %8 : [0, 7] @ - - loop
          %8 = not %7 : [0, 7] @ - - turned
          %9 = not %5 : [0, 7] @ - - result
          %10 = output "y_o" %9 : [0, 7] @ - - y
        """,
        """
        module second
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = output "y_o" %0 : [0, 7] @ - - y
        module top
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "unused_i" : [0, 7] @ - - unused
          %2 = instance second "a_i" %0 @ - - u_second
          %3 = instance_output "y_o" %2 : [0, 7] @ - - y
          %4 = not %3 : [0, 7] @ - - result
          %5 = output "y_o" %4 : [0, 7] @ - - y
        """);
  }

  @Test
  void unchanged() {
    Passes.assertUnchanged(
        PASS,
        """
        module child
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = output "y_o" %0 : [0, 7] @ - - y
        module top
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "en_i" : [0, 1] @ - - en
          %2 = register 0 %6 %1 : [0, 7] @ - - state
          %3 = and %0 %2 : [0, 7] @ - - both
          %4 = instance child "a_i" %3 @ - - u
          %5 = instance_output "y_o" %4 : [0, 7] @ - - y
          %6 = not %5 : [0, 7] @ - - next
          %7 = output "y_o" %2 : [0, 7] @ - - y
          %8 = rom 1 0 %1 : [0, 1] @ - - word
          %9 = memory 8 %8 %0 %3 %2 : [0, 7] @ - - queue
          %10 = output "z_o" %9 : [0, 7] @ - - z
        """);
  }
}
