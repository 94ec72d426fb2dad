/** FPGAs on boards: plans for their tools, and what the tools report. */
package io.hdlgen.boards.fpga;
