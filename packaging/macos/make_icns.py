"""make_icns.py OUT.icns PNG...: an icon set that holds the images as they are, each under the types of its size."""

import struct
import sys

# Of each size the plain type and the one for screens of double density, whose points are half as many.
TYPES = {16: [b"icp4"], 32: [b"icp5", b"ic11"], 64: [b"ic12"], 128: [b"ic07"], 256: [b"ic08", b"ic13"],
         512: [b"ic09", b"ic14"], 1024: [b"ic10"]}

out, *names = sys.argv[1:]
parts = []
for name in names:
    with open(name, "rb") as file:
        image = file.read()
    width = struct.unpack(">I", image[16:20])[0]  # of the PNG's first chunk
    parts += [struct.pack(">4sI", kind, len(image) + 8) + image for kind in TYPES[width]]
body = b"".join(parts)
with open(out, "wb") as icns:
    icns.write(struct.pack(">4sI", b"icns", len(body) + 8) + body)
