/** What external tools are to do: files and command lines, before anything runs. */
package io.hdlgen.boards.plan;
