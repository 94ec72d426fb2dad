/** Taking a design folder through the tools of a target. */
package io.hdlgen.flow.synth;
