/** What a report says of the recommended circuit alone, a class a section. */
package io.hdlgen.explore.recommended;
