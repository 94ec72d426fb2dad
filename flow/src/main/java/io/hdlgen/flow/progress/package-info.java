/** How long work reports on itself. */
package io.hdlgen.flow.progress;
