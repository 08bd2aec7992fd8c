"""make_ico.py OUT.ico PNG...: an icon file that holds the images as they are (Windows Vista and later)."""

import struct
import sys

out, *names = sys.argv[1:]
images = [open(name, "rb").read() for name in names]
place = 6 + 16 * len(images)
with open(out, "wb") as ico:
    ico.write(struct.pack("<HHH", 0, 1, len(images)))
    for image in images:
        width, height = struct.unpack(">II", image[16:24])  # of the PNG's first chunk
        ico.write(struct.pack("<BBBBHHII", width % 256, height % 256, 0, 0, 1, 32, len(image), place))
        place += len(image)
    for image in images:
        ico.write(image)
