

def pack(codes):
    """The writes, (offset, word), of an inference: integer codes in the order of FEATURES."""
    codes = [operator.index(code) for code in codes]
    if len(codes) != len(FEATURES):
        raise ValueError("%d codes, expected %d" % (len(codes), len(FEATURES)))
    writes = []
    for code, (name, offset, encoding, least, most) in zip(codes, FEATURES):
        if not least <= code <= most or (encoding == "bipolar" and code == 0):
            raise ValueError("%s: found %d, expected %s from %d to %d"
                             % (name, code, encoding, least, most))
        if encoding == "bipolar":
            code = 1 if code > 0 else 0
        writes.append((offset, code & 0xffffffff))
    return writes


def unpack(read):
    """The results, in the order of RESULTS; read gives the word at an offset."""
    values = []
    for name, offsets, encoding in RESULTS:
        value = 0
        for place, offset in enumerate(offsets):
            value |= read(offset) << (32 * place)
        if encoding == "signed" and value >> (32 * len(offsets) - 1):
            value -= 1 << (32 * len(offsets))
        values.append(value)
    return tuple(values)


class Accelerator:
    """The design on the board: takes the bitstream, with the .hwh of the same name beside it."""

    def __init__(self, bitstream=TOP + ".bit"):
        import pynq
        self.overlay = pynq.Overlay(bitstream)
        self.core = self.overlay.core
        found = (self.core.read(ID), self.core.read(VERSION))
        if found != (ID_VALUE, VERSION_VALUE):
            raise RuntimeError("no design of hdlgen: ID 0x%x, version %d" % found)

    def infer(self, rows, seconds=1.0):
        """Results of rows of codes, as unpack gives them; an inference may take that long."""
        return [self._inference(row, seconds) for row in rows]

    def _inference(self, codes, seconds):
        for offset, word in pack(codes):
            self.core.write(offset, word)
        self.core.write(CONTROL, START)
        end = time.monotonic() + seconds
        while not self.core.read(STATUS) & DONE:
            if time.monotonic() > end:
                raise TimeoutError("no result in %g s" % seconds)
        return unpack(self.core.read)


def main():
    """Rows of codes in CSV on standard input, results in CSV on standard output."""
    rows = [[int(code) for code in line.split(",")] for line in sys.stdin if line.strip()]
    print(",".join(name for name, _, _ in RESULTS))
    for result in Accelerator().infer(rows):
        print(",".join(str(value) for value in result))


if __name__ == "__main__":
    main()
