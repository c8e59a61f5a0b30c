#!/usr/bin/env python3
"""Writes outlines.def, the countries of the map, from the files of the npm package
world-atlas 2.0.2, which are Natural Earth 4.1.0 (public domain):

    npm pack world-atlas@2.0.2 && tar xf world-atlas-2.0.2.tgz
    python3 outlines.py package /usr/share/iso-codes/json/iso_3166-1.json >outlines.def

Outlines are those of scale 1:110m in the projection Natural Earth I, in units of a tenth
of a degree at the equator. The place of a country's marker is the point of its largest
part that is farthest from a border, at 1:50m, which has small countries too."""
import json
import math
import sys

package, iso = sys.argv[1:3]
codes = {c["numeric"]: c["alpha_2"] for c in json.load(open(iso))["3166-1"]}
# What Natural Earth shows apart and ISO 3166 does not.
parts = {"N. Cyprus": "CY", "Somaliland": "SO", "Siachen Glacier": "IN"}
own = {"Kosovo": "XK"}
# No part of the package: unions and countries of less than a pixel.
places = {"EU": (10.0, 50.5), "GF": (-53.2, 4.0), "GP": (-61.5, 16.2), "MQ": (-61.0, 14.6),
          "RE": (55.5, -21.1), "YT": (45.2, -12.8), "TV": (179.2, -8.5), "GI": (-5.35, 36.1),
          "SJ": (17.0, 78.8)}


def project(lon, lat):
    """Natural Earth I (Patterson; polynomial of Savric and others, 2011)."""
    p, l = math.radians(lat), math.radians(lon)
    p2 = p * p
    p4 = p2 * p2
    x = l * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)))
    y = p * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    unit = 1800 / math.pi / 0.8707
    return x * unit, -y * unit


def rings(topology, geometry):
    """The outer rings of a country, in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(i):
        x = y = 0
        points = []
        for dx, dy in topology["arcs"][i if i >= 0 else ~i]:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        return points if i >= 0 else points[::-1]

    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        ring = []
        for i in polygon[0]:
            ring += arc(i)[1 if ring else 0:]
        yield ring


def cut(ring):
    """A ring in degrees as rings that do not cross the date line."""
    if all(abs(a[0] - b[0]) < 180 for a, b in zip(ring, ring[1:])):
        return [ring]
    around = [(lon + 360 if lon < 0 else lon, lat) for lon, lat in ring]

    def side(is_kept, shift):
        kept = []
        for (ax, ay), (bx, by) in zip(around, around[1:] + around[:1]):
            if is_kept(ax):
                kept.append((ax + shift, ay))
            if is_kept(ax) != is_kept(bx):
                kept.append((180 + shift, ay + (by - ay) * (180 - ax) / (bx - ax)))
        return kept + kept[:1]

    parts = side(lambda lon: lon <= 180, 0), side(lambda lon: lon > 180, -360)
    return [part for part in parts if len(part) > 3]


def code_of(geometry):
    name = geometry["properties"]["name"]
    return parts.get(name) or own.get(name) or codes.get(geometry.get("id"))


def is_crimea(ring):
    xs, ys = zip(*ring)
    return 32 < min(xs) and max(xs) < 37 and 44 < min(ys) and max(ys) < 46.5


def countries(scale):
    """Rings by code. Crimea is where ISO 3166 has it."""
    topology = json.load(open(f"{package}/countries-{scale}.json"))
    found = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = code_of(geometry)
        if not code or code == "AQ":
            continue
        for ring in rings(topology, geometry):
            to = "UA" if code == "RU" and is_crimea(ring) else code
            for part in cut(ring):
                found.setdefault(to, []).append([project(*p) for p in part])
    return found


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2


def inside(x, y, ring):
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def depth(x, y, ring):
    """How far a point is inside of a ring."""
    best = 1e9
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        dx, dy = bx - ax, by - ay
        t = max(0, min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy or 1)))
        best = min(best, math.hypot(x - ax - t * dx, y - ay - t * dy))
    return best if inside(x, y, ring) else -best


def place(ring):
    xs, ys = zip(*ring)
    steps = 24
    points = [(min(xs) + (max(xs) - min(xs)) * (i + 0.5) / steps,
               min(ys) + (max(ys) - min(ys)) * (k + 0.5) / steps)
              for i in range(steps) for k in range(steps)]
    return max(points, key=lambda p: (depth(*p, ring), p))


def path(ring):
    """Relative moves between whole units; points in one unit fall together."""
    points = []
    for x, y in ring:
        point = round(x), round(y)
        if not points or point != points[-1]:
            points.append(point)
    if len(points) < 4:
        return "", points
    text = f"M{points[0][0]} {points[0][1]}l"
    moves = [f"{bx - ax} {by - ay}" for (ax, ay), (bx, by) in zip(points, points[1:-1])]
    return (text + " ".join(moves) + "z").replace(" -", "-"), points


coarse, fine = countries("110m"), countries("50m")
print("""/* The countries of the map, by code: the place of their marker, the box around their
 * outline and the outline, "" where it is too small to be drawn; in tenths of a degree of
 * the projection Natural Earth I, north up.
 *
 * Generated by outlines.py from Natural Earth 4.1.0 (naturalearthdata.com, public
 * domain), scales 1:110m and 1:50m, as the npm package world-atlas 2.0.2 has it. Outlines
 * say nothing about the status of a territory. */""")
for code in sorted(set(coarse) | set(fine) | set(places)):
    paths, points = "", []
    for ring in coarse.get(code, []):
        text, own_points = path(ring)
        paths += text
        points += own_points if text else []
    if code in places:
        x, y = project(*places[code])
    else:
        x, y = place(max(fine.get(code) or coarse[code], key=area))
    xs, ys = zip(*points) if points else ((round(x),), (round(y),))
    print(f'ORE_OUTLINE("{code}", {round(x)}, {round(y)}, {min(xs)}, {min(ys)}, {max(xs)}, {max(ys)},')
    print(f'            "{paths}")')
