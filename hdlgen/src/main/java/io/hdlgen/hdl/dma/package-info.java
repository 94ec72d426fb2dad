/** Between the words of a direct memory access and the beats of a design. */
package io.hdlgen.hdl.dma;
