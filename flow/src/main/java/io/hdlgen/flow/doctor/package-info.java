/** Which external tools are there, and how to get those that are not. */
package io.hdlgen.flow.doctor;
