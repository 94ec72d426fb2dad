package io.hdlgen.quantizer.data;

import java.util.List;

/**
 * A record of a CSV file.
 *
 * @param number of the line that it begins on, counted from 1
 * @param cells without quotes, and without white space around them
 */
record CsvLine(int number, List<String> cells) {}
