
WORD_BYTES = WORD_BITS // 8
INFERENCE_BYTES = BEATS * BEAT_WORDS * WORD_BYTES
RESULT_BYTES = RESULT_WORDS * WORD_BYTES

# What the length register of the DMA holds (26 bits).
MOST_BYTES = (1 << 26) - WORD_BYTES


def pack(rows):
    """The bytes of inferences: rows of integer codes, one a feature, in the order of FEATURES."""
    data = bytearray()
    for number, row in enumerate(rows):
        codes = [operator.index(code) for code in row]
        if len(codes) != len(FEATURES):
            raise ValueError("row %d: %d codes, expected %d" % (number, len(codes), len(FEATURES)))
        beats = [0] * BEATS
        for code, (name, beat, low, width, encoding, least, most) in zip(codes, FEATURES):
            if not least <= code <= most or (encoding == "bipolar" and code == 0):
                raise ValueError("row %d, %s: found %d, expected %s from %d to %d"
                                 % (number, name, code, encoding, least, most))
            if encoding == "bipolar":
                code = 1 if code > 0 else 0
            beats[beat] |= (code & ((1 << width) - 1)) << low
        for beat in beats:
            data += beat.to_bytes(BEAT_WORDS * WORD_BYTES, "little")
    return bytes(data)


def unpack(data):
    """A tuple for each inference, in the order of RESULTS."""
    if len(data) % RESULT_BYTES != 0:
        raise ValueError("%d bytes are no whole results of %d" % (len(data), RESULT_BYTES))
    results = []
    for start in range(0, len(data), RESULT_BYTES):
        bits = int.from_bytes(data[start:start + RESULT_BYTES], "little")
        values = []
        for name, low, width, encoding in RESULTS:
            value = bits >> low & ((1 << width) - 1)
            if encoding == "signed" and value >> (width - 1):
                value -= 1 << width
            values.append(value)
        results.append(tuple(values))
    return results


class Accelerator:
    """The design on the board: takes the bitstream, with the .hwh of the same name beside it."""

    def __init__(self, bitstream=TOP + ".bit"):
        import pynq
        self._allocate = pynq.allocate
        self.overlay = pynq.Overlay(bitstream)
        self.dma = self.overlay.dma

    def infer(self, rows):
        """Results of rows of codes, as unpack gives them; as many at a time as the DMA takes."""
        rows = list(rows)
        most = max(1, min(MOST_BYTES // INFERENCE_BYTES, MOST_BYTES // RESULT_BYTES))
        results = []
        for start in range(0, len(rows), most):
            results += self._packet(pack(rows[start:start + most]))
        return results

    def _packet(self, data):
        count = len(data) // INFERENCE_BYTES
        source = self._allocate(shape=(len(data),), dtype="u1")
        target = self._allocate(shape=(count * RESULT_BYTES,), dtype="u1")
        try:
            memoryview(source).cast("B")[:] = data
            # The receiver first: results wait for no one to ask.
            self.dma.recvchannel.transfer(target)
            self.dma.sendchannel.transfer(source)
            self.dma.sendchannel.wait()
            self.dma.recvchannel.wait()
            return unpack(bytes(memoryview(target).cast("B")))
        finally:
            source.freebuffer()
            target.freebuffer()


def main():
    """Rows of codes in CSV on standard input, results in CSV on standard output."""
    rows = [[int(code) for code in line.split(",")] for line in sys.stdin if line.strip()]
    print(",".join(name for name, _, _, _ in RESULTS))
    for result in Accelerator().infer(rows):
        print(",".join(str(value) for value in result))


if __name__ == "__main__":
    main()
