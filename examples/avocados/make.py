#!/usr/bin/env python3
"""Makes avocados.csv beside this file: 240 invented fruits, the same ones every time.

    python3 examples/avocados/make.py
"""

import csv
import math
from pathlib import Path
import random

FRUITS = 240

draw = random.Random(20260101)
with open(Path(__file__).parent / "avocados.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["ethylene_ppm", "firmness_n", "darkness", "temperature_c", "state"])
    for _ in range(FRUITS):
        ripeness = draw.random()
        # Ethylene peaks as the fruit ripens; the flesh softens all the time; the skin darkens late.
        ethylene = 4 + 70 * math.exp(-(((ripeness - 0.55) / 0.22) ** 2)) + draw.gauss(0, 6)
        firmness = 8 + 62 * (1 - ripeness) ** 1.4 + draw.gauss(0, 3)
        darkness = 100 / (1 + math.exp(-9 * (ripeness - 0.6))) + draw.gauss(0, 6)
        temperature = draw.gauss(12, 3)
        seen = ripeness + draw.gauss(0, 0.03)
        state = "unripe" if seen < 0.45 else "ripe" if seen < 0.78 else "overripe"
        writer.writerow([
            "%.1f" % max(0.0, ethylene),
            "%.1f" % max(2.0, firmness),
            "%.0f" % min(100.0, max(0.0, darkness)),
            "%.1f" % temperature,
            state,
        ])
