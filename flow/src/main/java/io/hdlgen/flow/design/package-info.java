/** What the files of a design folder say, as records and as JSON. */
package io.hdlgen.flow.design;
