/** What the tests of this module share. */
package io.hdlgen.hdl.testing;
