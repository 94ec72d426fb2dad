

def load(core, image):
    """Has the design take another network: the bytes that hdlgen load-image writes.

    core is the design's registers, Accelerator().overlay.core. Inferences may go on meanwhile.
    """
    import zlib
    if len(image) != 4 * IMAGE_WORDS:
        raise ValueError("an image of %d bytes, expected %d" % (len(image), 4 * IMAGE_WORDS))
    if core.read(LOAD_SHAPE) != IMAGE_SHAPE:
        raise ValueError("a design of another shape is on the board")
    while core.read(LOAD_STATUS) & LOAD_BUSY:
        pass
    core.write(LOAD_CONTROL, LOAD_BEGIN)
    for start in range(0, len(image), 4):
        core.write(LOAD_DATA, int.from_bytes(image[start:start + 4], "little"))
    core.write(LOAD_CRC, zlib.crc32(image))
    core.write(LOAD_CONTROL, LOAD_COMMIT)
    status = core.read(LOAD_STATUS)
    if not status & LOAD_LOADED:
        raise RuntimeError("the image was refused: status 0x%x" % status)
    core.write(LOAD_CONTROL, LOAD_SWITCH)
