/** What both searches end in: candidates, the choice among them, the folder of results. */
package io.hdlgen.explore.outcome;
