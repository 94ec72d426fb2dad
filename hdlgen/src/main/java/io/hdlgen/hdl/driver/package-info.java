/** What a processor's program needs to use a design. */
package io.hdlgen.hdl.driver;
