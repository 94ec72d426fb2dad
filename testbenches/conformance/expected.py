#!/usr/bin/env python3
"""Writes the conformance folders: the networks, and what each must compute.

This is a reading of docs/semantics.md that shares no code with the product: exact
fractions and Python's unbounded integers, each rule in its plainest form.

    python3 expected.py          writes NN-name/network.json and NN-name/vectors.json
    python3 expected.py --check  exits 1 if a file differs from what would be written
"""
import json
import math
import pathlib
import sys
from fractions import Fraction

HERE = pathlib.Path(__file__).parent


# --- the network -----------------------------------------------------------------------------

def feature(name, bits, encoding, scale=1.0, offset=0.0, rounding="half_even", low=None, high=None,
            levels=None):
    lowest, highest = {
        "unsigned": (0, 2**bits - 1),
        "thermometer": (0, 2**bits - 1),
        "signed": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1),
        "bipolar": (-1, 1),
    }[encoding]
    return {
        "name": name,
        "bits": bits,
        "encoding": encoding,
        "min": lowest if low is None else low,
        "max": highest if high is None else high,
        "scale": float(scale),
        "offset": float(offset),
        "rounding": rounding,
        **({"levels": levels} if levels else {}),
    }


def layer(name, weights, biases, activation=None, arithmetic=None):
    one = {
        "name": name,
        "weights": weights,
        "biases": biases,
        "activation": activation or {"kind": "identity"},
    }
    return one if arithmetic is None else {**one, "arithmetic": arithmetic}


def masked_summands(masks, ones_complement=False):
    return {"kind": "masked_summands", "onesComplement": ones_complement, "masks": masks}


def saturated_groups(*neurons):
    """Of each neuron a list of (cap, inputs)."""
    groups = [[{"cap": cap, "inputs": inputs} for cap, inputs in one] for one in neurons]
    return {"kind": "saturated_groups", "groups": groups}


def thresholds(first, step, rows):
    return {"kind": "multi_threshold", "first": first, "step": step, "thresholds": rows}


def shift_relu(drop, bits):
    return {"kind": "shift_relu", "drop": drop, "bits": bits}


def decision(kind, multipliers, offsets, **more):
    return {"kind": kind, "multipliers": multipliers, "offsets": offsets, **more}


# --- the meaning -----------------------------------------------------------------------------

def round_to_integer(mode, y):
    """y is a Fraction; the result an integer."""
    below, above = math.floor(y), math.ceil(y)
    if below == above:
        return below
    toward_zero, away = (below, above) if y > 0 else (above, below)
    if mode == "floor":
        return below
    if mode == "ceil":
        return above
    if mode == "up":
        return away
    if mode == "down":
        return toward_zero
    if y - below != above - y:
        return below if y - below < above - y else above
    if mode == "half_up":
        return away
    if mode == "half_down":
        return toward_zero
    assert mode == "half_even"
    return below if below % 2 == 0 else above


def encode(f, x):
    y = (x - f["offset"]) / f["scale"]  # in double, as the semantics say
    if f["encoding"] == "bipolar":
        return 1 if y >= 0 else -1
    code = min(max(round_to_integer(f["rounding"], Fraction(y)), f["min"]), f["max"])
    if f["encoding"] == "thermometer":
        return sum(level <= code for level in f["levels"])
    return code


def values_of_features(features, codes):
    """What layer 0 takes."""
    values = []
    for f, code in zip(features, codes, strict=True):
        if f["encoding"] == "thermometer":
            values += [int(j < code) for j in range(len(f["levels"]))]
        else:
            values.append(code)
    return values


def activate(activation, neuron, accumulator):
    if activation["kind"] == "identity":
        return accumulator
    if activation["kind"] == "shift_relu":
        if accumulator < 0:
            return 0
        return min(accumulator // 2 ** activation["drop"], 2 ** activation["bits"] - 1)
    reached = [t for t in activation["thresholds"][neuron] if t <= accumulator]
    return activation["first"] + activation["step"] * len(reached)


def walk(diagram, values):
    """The class at the end of the path."""
    at = diagram["root"]
    while "class" not in at:
        node = diagram["nodes"][at["node"]]
        at = node["ifOne"] if values[node["value"]] else node["ifZero"]
    return at["class"]


def gates(logic, values):
    """The class by an and-inverter graph."""
    variables = [False, *(v != 0 for v in values)]

    def literal(number):
        return variables[number // 2] != (number % 2 == 1)

    for a, b in logic["gates"]:
        variables.append(literal(a) and literal(b))
    code = sum(2**o for o, output in enumerate(logic["outputs"]) if literal(output))
    return min(code, logic["lastClass"])


def masked(weight, mask, value):
    """The magnitude of a summand, bit by bit; a negative mask has ones for ever."""
    product, result = abs(weight) * value, 0
    for bit in range(80):
        if product >> bit & 1 and mask >> bit & 1:
            result += 2**bit
    return result - 2**80 if product < 0 and mask < 0 else result


def accumulate(one, n, values):
    row, bias = one["weights"][n], one["biases"][n]
    arithmetic = one.get("arithmetic", {"kind": "exact"})
    if arithmetic["kind"] == "masked_summands":
        masks = arithmetic["masks"][n]
        summands = list(zip(row, masks, values, strict=True))
        positive = sum(masked(w, m, v) for w, m, v in summands if w > 0)
        negative = sum(masked(w, m, v) for w, m, v in summands if w < 0)
        if arithmetic["onesComplement"] and any(w < 0 and m != 0 for w, m, v in summands):
            return bias + positive + ~negative
        return bias + positive - negative
    groups = arithmetic["groups"][n] if arithmetic["kind"] == "saturated_groups" else []
    grouped = [i for group in groups for i in group["inputs"]]
    total = bias + sum(w * v for i, (w, v) in enumerate(zip(row, values)) if i not in grouped)
    for group in groups:
        total += row[group["inputs"][0]] * min(sum(values[i] for i in group["inputs"]), group["cap"])
    return total


def winner(scores, matches):
    players = list(range(len(scores)))
    for left, right, mask in matches:
        keeps = masked(1, mask, scores[players[left]]) >= masked(1, mask, scores[players[right]])
        players.append(players[left] if keeps else players[right])
    return players[-1]


def infer(network, inputs):
    codes = [encode(f, x) for f, x in zip(network["inputs"], inputs, strict=True)]
    values = values_of_features(network["inputs"], codes)
    all_accumulators, all_values = [], []
    for one in network["layers"]:
        accumulators = [accumulate(one, n, values) for n in range(len(one["weights"]))]
        values = [activate(one["activation"], n, a) for n, a in enumerate(accumulators)]
        all_accumulators.append(accumulators)
        all_values.append(values)
    d = network["decision"]
    scores = []
    if "multipliers" in d:
        scores = [m * v + c for m, v, c in zip(d["multipliers"], values, d["offsets"], strict=True)]
    index = {
        "arg_max": lambda: (
            winner(scores, d["tournament"]) if "tournament" in d else scores.index(max(scores))
        ),
        "threshold": lambda: 1 if scores[0] >= d["threshold"] else 0,
        "scores": lambda: None,
        "table": lambda: d["classes"][sum(v * 2**k for k, v in enumerate(values))],
        "diagram": lambda: walk(d, values),
        "logic": lambda: gates(d, values),
    }[d["kind"]]()
    return codes, all_accumulators, all_values, scores, index


# --- the beats -------------------------------------------------------------------------------

def accumulator_range(one, n, ranges):
    """The least and the greatest that a sum can be: each part is tried at all its values."""
    row, bias = one["weights"][n], one["biases"][n]
    arithmetic = one.get("arithmetic", {"kind": "exact"})
    parts = [sorted([w * a, w * b]) for w, (a, b) in zip(row, ranges)]
    if arithmetic["kind"] == "masked_summands":
        zeros, none = [0] * len(row), {**one, "biases": [0] * len(one["biases"])}
        nothing = accumulate(none, n, zeros)
        for i, (a, b) in enumerate(ranges):
            tried = [
                accumulate(none, n, zeros[:i] + [v] + zeros[i + 1 :]) - nothing
                for v in range(a, b + 1)
            ]
            parts[i] = [min(tried), max(tried)]
        bias += nothing
    if arithmetic["kind"] == "saturated_groups":
        for group in arithmetic["groups"][n]:
            sign, members = row[group["inputs"][0]], group["inputs"]
            ends = [min(sum(ranges[i][end] for i in members), group["cap"]) for end in (0, 1)]
            for i in members:
                parts[i] = [0, 0]
            parts.append(sorted(sign * end for end in ends))
    return bias + sum(a for a, b in parts), bias + sum(b for a, b in parts)


def score_ranges(network):
    ranges = []
    for f in network["inputs"]:
        ranges += [(0, 1)] * len(f["levels"]) if "levels" in f else [(f["min"], f["max"])]
    for one in network["layers"]:
        following = []
        for n in range(len(one["weights"])):
            low, high = accumulator_range(one, n, ranges)
            following.append((activate(one["activation"], n, low), activate(one["activation"], n, high)))
        ranges = following
    d = network["decision"]
    if "multipliers" not in d:
        return []
    return [(m * a + c, m * b + c) for m, c, (a, b) in zip(d["multipliers"], d["offsets"], ranges)]


def width_of(low, high):
    """The fewest bits that hold both ends: two's complement if one is negative."""
    width = 1
    if low < 0:
        while low < -(2 ** (width - 1)) or high > 2 ** (width - 1) - 1:
            width += 1
    else:
        while high > 2**width - 1:
            width += 1
    return width


def fields(named_widths):
    result, low = [], 0
    for name, width in named_widths:
        result.append({"name": name, "low": low, "width": width})
        low += width
    return result


def input_fields(network):
    return fields([(f["name"], len(f.get("levels", [])) or f["bits"]) for f in network["inputs"]])


def result_fields(network):
    named = []
    if network["classNames"]:
        named.append(("class", width_of(0, len(network["classNames"]) - 1)))
    for k, (low, high) in enumerate(score_ranges(network)):
        named.append((f"score_{k}", width_of(low, high)))
    return fields(named)


def beat(layout, numbers):
    total = 0
    for field, number in zip(layout, numbers, strict=True):
        total |= (number % 2 ** field["width"]) << field["low"]
    bits = layout[-1]["low"] + layout[-1]["width"]
    return f"{total:0{2 * math.ceil(bits / 8)}x}"


# --- the files -------------------------------------------------------------------------------

def lines(rows, indent):
    if not rows:
        return "[]"
    return "[\n" + ",\n".join(f"{indent}  {row}" for row in rows) + f"\n{indent}]"


def network_text(network):
    def activation_text(a):
        if a["kind"] != "multi_threshold":
            return json.dumps(a)
        rows = lines([json.dumps(r) for r in a["thresholds"]], " " * 8)
        return (
            '{\n        "kind": "multi_threshold",\n'
            f'        "first": {a["first"]},\n        "step": {a["step"]},\n'
            f'        "thresholds": {rows}\n      }}'
        )

    def arithmetic_text(a):
        rest, rows = [k for k in a if k not in ("kind", "masks", "groups")], a.get("masks", a.get("groups"))
        plain = "".join(f'        "{k}": {json.dumps(a[k])},\n' for k in ["kind", *rest])
        name = "masks" if "masks" in a else "groups"
        table = lines([json.dumps(r) for r in rows], " " * 8)
        return f'{{\n{plain}        "{name}": {table}\n      }}'

    def layer_text(one):
        arithmetic = (
            f',\n      "arithmetic": {arithmetic_text(one["arithmetic"])}' if "arithmetic" in one else ""
        )
        rows = lines([json.dumps(r) for r in one["weights"]], " " * 6)
        return (
            f'{{\n      "name": {json.dumps(one["name"])},\n      "weights": {rows},\n'
            f'      "biases": {json.dumps(one["biases"])},\n'
            f'      "activation": {activation_text(one["activation"])}{arithmetic}\n    }}'
        )

    def decision_text(key, value):
        nested = key in ("tournament", "nodes", "gates")
        return f'    "{key}": ' + (
            lines([json.dumps(m) for m in value], " " * 4) if nested else json.dumps(value)
        )

    decisions = ",\n".join(decision_text(k, v) for k, v in network["decision"].items())
    newer = (
        "multipliers" not in network["decision"]
        or "tournament" in network["decision"]
        or any("levels" in f for f in network["inputs"])
        or any("arithmetic" in n for n in network["layers"])
    )
    return (
        f'{{\n  "format": "hdlgen-network",\n  "version": {2 if newer else 1},\n'
        f'  "name": {json.dumps(network["name"])},\n'
        f'  "inputs": {lines([json.dumps(f) for f in network["inputs"]], "  ")},\n'
        f'  "layers": {lines([layer_text(one) for one in network["layers"]], "  ")},\n'
        f'  "decision": {{\n{decisions}\n  }},\n'
        f'  "classNames": {lines([json.dumps(c) for c in network["classNames"]], "  ")}\n}}\n'
    )


def vectors_text(network, about, samples):
    vectors = []
    for sample in samples:
        inputs = [float(x) for x in sample]
        codes, accumulators, values, scores, index = infer(network, inputs)
        bits = [
            {"bipolar": 1 if c > 0 else 0, "thermometer": 2 ** abs(c) - 1}.get(f["encoding"], c)
            for f, c in zip(network["inputs"], codes)
        ]
        results = ([] if index is None else [index]) + scores
        vectors.append(
            json.dumps(
                {
                    "inputs": inputs,
                    "codes": codes,
                    "accumulators": accumulators,
                    "values": values,
                    "scores": scores,
                    "class": index,
                    "inputBeat": beat(input_fields(network), bits),
                    "resultBeat": beat(result_fields(network), results),
                }
            )
        )
    return (
        '{\n  "format": "hdlgen-conformance-vectors",\n  "version": 1,\n'
        f'  "about": {json.dumps(about)},\n'
        f'  "inputFields": {lines([json.dumps(f) for f in input_fields(network)], "  ")},\n'
        f'  "resultFields": {lines([json.dumps(f) for f in result_fields(network)], "  ")},\n'
        f'  "vectors": {lines(vectors, "  ")}\n}}\n'
    )


# --- the networks ----------------------------------------------------------------------------

def cases():
    yield "01-unsigned", "Unsigned features of different widths, clamped at both ends.", {
        "inputs": [feature("speed", 4, "unsigned", 0.5), feature("rpm", 3, "unsigned", 1000)],
        "layers": [layer("only", [[3, -2], [-1, 4]], [1, 0])],
        "decision": decision("arg_max", [1, 1], [0, 0]),
        "classNames": ["normal", "attack"],
    }, [[0, 0], [3.5, 2000], [7.5, 7000], [100, 1e9], [-1, -1], [1.2, 5600], [0, 7000]]

    yield "02-signed", "Two's complement, a narrow range, a signed feature of one bit, 32 bits.", {
        "inputs": [
            feature("full", 4, "signed"),
            feature("narrow", 4, "signed", low=-7),
            feature("bit", 1, "signed"),
            feature("wide", 32, "signed", 0.25),
        ],
        "layers": [layer("only", [[1, 2, 4, 0], [-3, 0, 1, 1]], [0, -5])],
        "decision": decision("arg_max", [1, 1], [0, 0]),
        "classNames": ["a", "b"],
    }, [
        [0, 0, 0, 0], [-8, -8, -1, -536870912.0], [7, 7, 0, 536870911.75], [-9, -9, -9, 1e300],
        [9, 9, 9, -1e300], [-1, -1, -1, -0.25], [3, -7, 0, 0.5],
    ]

    yield "03-bipolar", "Bipolar features (0 is +1, also as -0), bipolar values by step 2.", {
        "inputs": [
            feature("p", 1, "bipolar"),
            feature("q", 1, "bipolar", -2.0),
            feature("r", 1, "bipolar", 1.0, 0.5),
            feature("n", 2, "unsigned"),
        ],
        "layers": [
            layer("hidden", [[1, -1, 1, 0], [1, 1, -1, 1], [-1, -1, -1, -2]], [0, 0, 0],
                  thresholds(-1, 2, [[0], [1], [-3]])),
            layer("last", [[1, 1, -1], [-1, 1, 1]], [0, 0]),
        ],
        "decision": decision("arg_max", [1, 1], [0, 0]),
        "classNames": ["even", "odd"],
    }, [[0, 0, 0.5, 0], [-1, -1, -1, 0], [1, 1, 1, 1], [-1e-300, 1e-300, 0.49999999999999994, 3],
        [1, -1, 0, 2], [-1, 1, 1, 3]]

    modes = ["half_even", "floor", "ceil", "up", "down", "half_up", "half_down"]
    yield "04-rounding", "Each way to round, at ties and beside them.", {
        "inputs": [feature(f"x_{mode}", 4, "signed", 1.0, 0.0, mode) for mode in modes],
        "layers": [layer("only", [[int(i == j) for i in range(7)] for j in range(7)], [0] * 7)],
        "decision": decision("scores", [1] * 7, [0] * 7),
        "classNames": [],
    }, [[x] * 7 for x in [0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 2.25, 2.75, -2.25, -2.75, 3.0, -3.0,
                          0.49999999999999994, -0.49999999999999994, 7.5, -8.5, 6.5, -7.5]]

    yield "05-negative-scale", "A scale below zero turns the axis; the offset is x at code 0.", {
        "inputs": [
            feature("turned", 4, "unsigned", -0.5, 4.0),
            feature("both", 3, "signed", -1.0, 1.0, "half_up"),
            feature("tenth", 6, "unsigned", 0.1, 0.0, "floor"),
        ],
        "layers": [layer("only", [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1]], [0, 0, 0, -40])],
        "decision": decision("scores", [1] * 4, [0] * 4),
        "classNames": [],
    }, [[4, 1, 0.3], [3.75, 0.5, 0.7], [3.25, 1.5, 0.1], [-10, -10, 10], [10, 10, -10],
        [-3.5, 3.5, 6.3], [0, 0, 0.6]]

    yield "06-multi-threshold", (
        "Equal thresholds jump twice, unreachable ones never, always reached ones are constant."
    ), {
        "inputs": [feature("a", 3, "signed"), feature("b", 3, "unsigned")],
        "layers": [
            layer("hidden", [[2, 1], [1, -1], [0, 0], [-1, 3], [1, 1]], [0, 1, 5, 0, 0],
                  thresholds(-4, 3, [[-8, -2, 0, 7, 13], [-3, -3, 0, 0, 0], [6, 7, 8, 9, 10],
                                     [-100, -99, -98, 1000, 1000], [-5, -4, 5, 5, 5]])),
            layer("last", [[1, -1, 1, 1, -2], [0, 1, 0, -1, 1]], [3, -3]),
        ],
        "decision": decision("arg_max", [1, 1], [0, 0]),
        "classNames": ["x", "y"],
    }, [[a, b] for a in (-4, -1, 0, 3) for b in (0, 1, 3, 7)]

    yield "07-shift-relu", "Below zero 0, low bits dropped, saturated.", {
        "inputs": [feature("a", 5, "signed"), feature("b", 4, "unsigned")],
        "layers": [
            layer("hidden", [[3, 1], [-2, 5], [1, 0]], [0, 3, 0], shift_relu(2, 3)),
            layer("again", [[1, 1, 0], [4, -3, 1]], [0, 0], shift_relu(0, 4)),
            layer("last", [[1, -1], [0, 1]], [0, 0]),
        ],
        "decision": decision("arg_max", [1, 1], [0, 0]),
        "classNames": ["x", "y"],
    }, [[0, 0], [1, 0], [1, 1], [-16, 0], [-1, 2], [15, 15], [10, 1], [10, 2], [-16, 15], [4, 0]]

    yield "08-arg-max-tie", "Equal scores: the lowest index wins; five classes in three bits.", {
        "inputs": [feature("a", 2, "signed"), feature("b", 2, "signed")],
        "layers": [layer("only", [[1, 0], [0, 1], [1, 0], [0, 1], [-1, -1]], [0, 0, 0, 0, 0])],
        "decision": decision("arg_max", [1] * 5, [0] * 5),
        "classNames": ["c0", "c1", "c2", "c3", "c4"],
    }, [[a, b] for a in (-2, -1, 0, 1) for b in (-2, -1, 0, 1)]

    yield "09-affine-scores", "Scores with multipliers and offsets, up to 40 bits and more.", {
        "inputs": [feature("a", 8, "unsigned"), feature("b", 8, "signed")],
        "layers": [layer("only", [[1, 1], [1, -1], [0, 2]], [0, 0, 7])],
        "decision": decision("arg_max", [3, 5, 4294967295], [-17, 0, -1000000000000]),
        "classNames": ["x", "y", "z"],
    }, [[0, 0], [255, 127], [255, -128], [0, 127], [17, 4], [100, 117]]

    yield "10-threshold", "Two classes from one score; the threshold itself is class 1.", {
        "inputs": [feature("a", 4, "unsigned"), feature("b", 4, "unsigned")],
        "layers": [layer("only", [[2, -1]], [-3])],
        "decision": decision("threshold", [3], [1], threshold=10),
        "classNames": ["no", "yes"],
    }, [[0, 0], [3, 0], [2, 0], [15, 15], [15, 0], [0, 15], [8, 10], [8, 11]]

    yield "11-scores-only", "No class: the first score is in the lowest bits.", {
        "inputs": [feature("a", 7, "signed", 0.25)],
        "layers": [layer("only", [[-1], [1], [0]], [0, 64, 9])],
        "decision": decision("scores", [1, 2, 1], [0, 0, 0]),
        "classNames": [],
    }, [[0], [-16], [15.75], [1], [-1], [0.125], [0.375]]

    yield "12-single-class", "One class still has a field of one bit; a feature with one code.", {
        "inputs": [
            feature("fixed", 4, "unsigned", low=5, high=5),
            feature("b", 2, "unsigned"),
        ],
        "layers": [layer("only", [[1, -1]], [0])],
        "decision": decision("arg_max", [1], [0]),
        "classNames": ["all"],
    }, [[0, 0], [5, 3], [100, 1]]

    yield "13-constant-scores", "Scores that never change have the width of their value.", {
        "inputs": [feature("a", 3, "signed")],
        "layers": [layer("zero", [[0], [0], [0], [1]], [0, 9, -9, 0],
                         thresholds(0, 1, [[1, 1], [9, 9], [-9, 0], [-3, 1]]))],
        "decision": decision("arg_max", [1, 4, 1, 1], [0, 0, -6, 6]),
        "classNames": ["w", "x", "y", "z"],
    }, [[a] for a in (-4, -3, 0, 1, 3)]

    yield "14-mixed", "Every encoding and every activation in one network of three layers.", {
        "inputs": [
            feature("u", 5, "unsigned", 0.125, -1.0),
            feature("s", 6, "signed", 2.0, 1.0, "floor", low=-31),
            feature("p", 1, "bipolar", 1.0, 10.0),
            feature("v", 3, "unsigned", -1.0, 3.0, "ceil"),
        ],
        "layers": [
            layer("first", [[2, -1, 3, 0], [0, 1, -8, 5], [-4, 2, 0, 1]], [-7, 0, 11],
                  thresholds(-2, 1, [[-20, 0, 40], [-31, 3, 3], [-90, -17, 12]])),
            layer("second", [[5, -3, 2], [1, 1, 1], [-7, 0, 4], [0, 6, -6]], [1, 2, 3, 4],
                  shift_relu(1, 3)),
            layer("third", [[1, -2, 0, 3], [-1, 1, 1, 0], [2, 2, -3, -3]], [0, -5, 5]),
        ],
        "decision": decision("arg_max", [2, 3, 2], [1, 0, -1]),
        "classNames": ["left", "middle", "right"],
    }, [[0, 0, 0, 0], [-1, 1, 10, 3], [2.875, 63, 11, -4], [3, -61, 9, 4], [1.0625, 2.9, 10, 2.5],
        [1.1875, -2.9, 9.99, 0.1], [0.3, 33.3, 12, -1.2], [-0.9, -33.3, -5, 2.2]]


    yield "15-table", "A class by a table over bits: one is constant, one is 1 minus an input.", {
        "inputs": [feature("a", 3, "signed"), feature("b", 1, "unsigned")],
        "layers": [
            layer("first", [[1, 2], [1, 0], [-1, 1], [0, 1]], [0, 0, 0, 0],
                  thresholds(0, 1, [[-1], [-4], [2], [1]])),
            layer("bits", [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, -1, 0], [0, 0, 0, 1]], [0, 0, 1, 0]),
        ],
        "decision": {
            "kind": "table",
            "classes": [9, 9, 0, 1, 9, 9, 4, 2, 9, 9, 3, 0, 9, 9, 1, 4],
        },
        "classNames": [f"c{k}" for k in range(10)],
    }, [[a, b] for a in (-4, -3, -2, -1, 0, 1, 2, 3) for b in (0, 1)]

    def node(value, if_zero, if_one):
        return {"value": value, "ifZero": if_zero, "ifOne": if_one}

    yield "16-diagram", "A decision tree with a shared subtree, and a class that never comes out.", {
        "inputs": [feature("a", 4, "unsigned"), feature("b", 3, "unsigned", 0.5)],
        "layers": [
            layer("steps", [[1, 0], [1, 0], [0, 1], [0, 1], [1, 1], [0, 0]], [0] * 6,
                  thresholds(0, 1, [[5], [11], [3], [6], [16], [0]])),
        ],
        "decision": {
            "kind": "diagram",
            "root": {"node": 0},
            "nodes": [
                node(0, {"node": 2}, {"node": 1}),
                node(4, {"node": 3}, {"class": 3}),
                node(2, {"class": 0}, {"node": 4}),
                node(1, {"node": 4}, {"class": 0}),
                node(5, {"class": 4}, {"node": 5}),
                node(3, {"class": 1}, {"class": 5}),
            ],
        },
        "classNames": ["zero", "one", "never", "three", "hidden", "five", "last"],
    }, [[a, b / 2] for a in (0, 4, 5, 10, 11, 15) for b in (0, 2, 3, 5, 6, 7)]

    yield "17-thermometer", "Levels reached, on grids with and without all points, beside a code.", {
        "inputs": [
            feature("t", 3, "thermometer", 0.5, 1.0, levels=[2, 3, 6]),
            feature("full", 2, "thermometer", levels=[1, 2, 3]),
            feature("u", 2, "unsigned"),
            feature("one", 4, "thermometer", -1.0, 5.0, "ceil", low=2, high=12, levels=[12]),
        ],
        "layers": [
            layer("hidden", [[1, 0, 2, 0, -1, 1, 0, 3], [0, 1, 0, 1, 0, 0, -1, 0],
                             [2, -1, -1, 1, 1, 1, 1, -4]], [0, 1, -2],
                  thresholds(0, 1, [[1, 2, 4], [0, 1, 2], [-3, 0, 2]])),
            layer("last", [[1, -1, 1], [0, 2, -1]], [0, 1]),
        ],
        "decision": decision("arg_max", [1, 1], [0, 0]),
        "classNames": ["low", "high"],
    }, [[t, f, u, o] for t in (0, 1.9, 2.0, 2.5, 4.5) for f, u in ((0, 3), (1.5, 0), (3, 1))
        for o in (-7, 4)]

    yield "18-thermometer-tree", "A decision tree over levels: wires, and a step over two features.", {
        "inputs": [
            feature("a", 4, "thermometer", levels=[3, 9, 11]),
            feature("b", 4, "thermometer", 0.25, levels=[8, 15]),
        ],
        "layers": [
            layer("steps", [[1, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 1], [0, 1, 0, 1, 0]],
                  [0] * 4, thresholds(0, 1, [[1], [1], [1], [2]])),
        ],
        "decision": {
            "kind": "diagram",
            "root": {"node": 0},
            "nodes": [
                node(3, {"node": 1}, {"node": 2}),
                node(0, {"class": 0}, {"node": 3}),
                node(1, {"node": 3}, {"class": 2}),
                node(2, {"class": 1}, {"class": 3}),
            ],
        },
        "classNames": ["p", "q", "r", "s"],
    }, [[a, b] for a in (0, 3, 8, 9, 11, 15) for b in (0, 2, 3.75)]

    yield "19-masked-summands", (
        "Bits of products left out, those of negative products in two's complement of endless width."
    ), {
        "inputs": [
            feature("u", 4, "unsigned"),
            feature("s", 4, "signed", low=-7),
            feature("p", 1, "bipolar"),
        ],
        "layers": [
            layer("relu", [[4, -1, 1], [3, 5, -6], [-2, 3, 7], [1, 1, 1]], [-2, 0, 11, 0],
                  shift_relu(1, 4),
                  masked_summands([[-8, -1, -1], [5, -4, 1], [12, 10, -2], [0, 96, 1024]])),
            layer("steps", [[1, -2, 1, 0], [-3, 1, 0, -1], [0, 0, -8, 5]], [0, 3, -1],
                  thresholds(-1, 3, [[-2, 1, 3], [0, 0, 5], [-60, -9, 40]]),
                  masked_summands([[6, -4, -1, 3], [-3, 1, -1, -1], [-1, -1, 32, -16]])),
            layer("last", [[1, 2, 0], [-1, 1, 3], [5, -7, -1]], [0, 2, 0], None,
                  masked_summands([[-2, 3, -1], [-1, 9, -4], [13, -5, 1]])),
        ],
        "decision": decision("arg_max", [1, 1, 2], [0, 0, -3]),
        "classNames": ["x", "y", "z"],
    }, [[u, s, p] for u in (0, 3, 6, 9, 15) for s in (-7, -3, -1, 0, 2, 5, 7) for p in (-1, 1)]

    yield "20-ones-complement", (
        "The negative sum turned bit by bit: one less, but for neurons that subtract nothing."
    ), {
        "inputs": [feature("a", 4, "unsigned"), feature("b", 3, "unsigned"), feature("c", 3, "signed")],
        "layers": [
            layer("hidden", [[1, -1, 0], [2, 4, 1], [2, -4, 0], [-3, -5, -1], [1, -1, 2], [1, -1, 0]],
                  [0, -9, 0, 40, -7, 1], None,
                  masked_summands([[-1, -1, -1], [-1, -1, -1], [-1, 24, 0], [-1, -4, 6], [-1, 0, -2],
                                   [-1, -1, -1]], True)),
            layer("relu", [[1, -2, 0, 1, 0, -1], [-1, 1, 1, -1, 1, 1]], [3, -1], shift_relu(1, 5),
                  masked_summands([[-1, -4, -1, -1, -1, -1], [-1, -1, -1, 28, -1, -1]], True)),
            layer("steps", [[3, -1], [-1, 1]], [-5, 0], thresholds(0, 1, [[-9, 0, 7], [-1, 0, 1]]),
                  masked_summands([[-1, -1], [-1, -2]], True)),
        ],
        "decision": decision("arg_max", [1, 1], [0, 0]),
        "classNames": ["x", "y"],
    }, [[a, b, c] for a in (0, 1, 7, 15) for b in (0, 1, 4, 7) for c in (-4, -1, 0, 3)]

    yield "21-saturated-groups", (
        "Inputs that are added up to a cap: 1 of bits is an OR; weights in no group count in full."
    ), {
        "inputs": [feature(f"b{i}", 1, "unsigned") for i in range(5)]
        + [feature("u", 3, "unsigned"), feature("s", 3, "signed"), feature("p", 1, "bipolar")],
        "layers": [
            layer("hidden", [[1, 1, -1, -1, 1, 0, 0, 0], [1, 1, 1, 1, 1, -1, 2, 1],
                             [-1, -1, -1, 0, 0, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1],
                             [0, 0, 0, 1, 1, 0, 3, -1]], [0, -2, 1, 0, 5],
                  thresholds(-1, 2, [[1], [1], [0], [4], [7]]),
                  saturated_groups([(1, [0, 1]), (1, [2, 3])], [(2, [0, 1, 2, 3, 4])],
                                   [(1, [0, 1]), (4, [5, 6, 7])], [(100, [0, 7]), (3, [1, 5, 6])],
                                   [])),
            layer("last", [[1, 1, 1, 1, -1], [-1, -1, 1, -1, -1], [1, 2, 3, 4, 5]], [0, 0, -9], None,
                  saturated_groups([(1, [0, 1, 2, 3])], [(2, [0, 1]), (1, [3, 4])], [])),
        ],
        "decision": decision("arg_max", [1, 1, 1], [0, 0, 0]),
        "classNames": ["x", "y", "z"],
    }, [[bits >> i & 1 for i in range(5)] + [u, s, p]
        for bits, u, s, p in ((0, 0, 0, -1), (1, 7, -4, 1), (2, 1, 3, 1), (3, 0, -1, -1), (4, 5, 1, 1),
                              (8, 2, 2, -1), (12, 3, -2, -1), (16, 7, 3, 1), (21, 4, 0, 1),
                              (27, 0, -4, -1), (30, 6, 1, -1), (31, 7, 3, 1), (31, 0, -3, 1))]

    yield "22-tournament", (
        "An argmax whose comparators look at chosen bits; the left operand wins where they are equal."
    ), {
        "inputs": [feature("a", 4, "signed"), feature("b", 4, "signed"), feature("c", 3, "unsigned")],
        "layers": [
            layer("only", [[1, 0, 0], [0, 1, 0], [0, 0, 3], [1, 1, 0], [-1, 0, 1], [0, -2, 1]],
                  [0, 0, 0, 1, 0, 0]),
        ],
        "decision": decision("arg_max", [1, 1, 1, 1, 2, 1], [0, 0, -4, 0, 0, 0],
                             tournament=[[3, 1, -4], [5, 2, 10], [0, 6, 1016], [4, 7, 0], [8, 9, -3]]),
        "classNames": ["c0", "c1", "c2", "c3", "c4", "c5"],
    }, [[a, b, c] for a in (-8, -3, -1, 0, 2, 5, 7) for b in (-8, -2, 1, 4, 7) for c in (0, 3, 7)]

    yield "23-small-tournament", "Two scores, of which no bit below the sign is looked at.", {
        "inputs": [feature("a", 3, "signed"), feature("b", 3, "signed")],
        "layers": [layer("only", [[1, 0], [0, 1]], [0, 0])],
        "decision": decision("arg_max", [1, 1], [0, 0], tournament=[[1, 0, -8]]),
        "classNames": ["c0", "c1"],
    }, [[a, b] for a in (-4, -1, 0, 3) for b in (-4, -1, 0, 3)]

    yield "24-logic", "Gates over bits, constants among them, and a code beyond the last class.", {
        "inputs": [feature("a", 4, "unsigned"), feature("b", 3, "unsigned", 0.5)],
        "layers": [
            layer("steps", [[1, 0], [1, 0], [0, 1], [0, 0], [0, 0]], [0] * 5,
                  thresholds(0, 1, [[5], [11], [3], [0], [1]])),
        ],
        "decision": {
            "kind": "logic",
            "values": 5,
            # Values are variables 1 to 5; the fourth is always 1, the fifth always 0.
            "gates": [[2, 7], [3, 6], [13, 15], [16, 8], [18, 11], [4, 4], [20, 0]],
            "outputs": [20, 22, 25],
            "lastClass": 6,
        },
        "classNames": ["a", "b", "c", "d", "e", "f", "g"],
    }, [[a, b / 2] for a in (0, 4, 5, 10, 11, 15) for b in (0, 2, 3, 7)]


def main():
    differing = []
    for folder, about, network, samples in cases():
        network = {"name": folder[3:], **network}
        for name, text in (
            ("network.json", network_text(network)),
            ("vectors.json", vectors_text(network, about, samples)),
        ):
            path = HERE / folder / name
            if "--check" in sys.argv[1:]:
                if not path.exists() or path.read_text(encoding="utf-8") != text:
                    differing.append(str(path.relative_to(HERE)))
            else:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
    if differing:
        sys.exit("differ: " + ", ".join(differing))


if __name__ == "__main__":
    main()
