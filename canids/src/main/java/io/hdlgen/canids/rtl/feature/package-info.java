/** Hardware that makes features of frames as they arrive, and has a network judge them. */
package io.hdlgen.canids.rtl.feature;
