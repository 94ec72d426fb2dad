/**
 * Printed electronics: cells and what they cost, netlists of them, and what a circuit needs in
 * area, power and time. Nothing here runs a program.
 */
package io.hdlgen.boards.printed;
