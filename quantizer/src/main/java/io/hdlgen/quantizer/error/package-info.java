/** Errors that are the user's to mend. */
package io.hdlgen.quantizer.error;
