/** Clock after clock of hardware, in Java or in Verilator. */
package io.hdlgen.canids.simulate;
