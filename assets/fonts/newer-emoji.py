#!/usr/bin/env python3
"""Adds to Mozilla's build of Twemoji the emoji that came after it.

    pip install fonttools picosvg uharfbuzz emoji
    newer-emoji.py twemoji-mozilla.ttf iconify-json-twemoji-1.2.5.tgz Twemoji.ttf

The artwork is jdecked's Twemoji 17 (CC BY 4.0), as the npm package @iconify-json/twemoji has it.
Every picture becomes layers of one colour (COLR version 0), as those of Mozilla's build are; what
that build draws already is left as it is. Sequences that are written without U+FE0F become aliases
of those with it, so that no emoji falls apart.
"""

import io
import json
import re
import sys
import tarfile

import emoji
import uharfbuzz as hb
from fontTools.misc.transform import Transform
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.svgLib.path import parse_path
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.C_O_L_R_ import LayerRecord
from fontTools.ttLib.tables.C_P_A_L_ import Color
from fontTools.ttLib.tables import otTables
from picosvg.svg import SVG

# Stands for an emoji that nobody has drawn: a box with a question mark. In the font it has two
# characters for private use, of three and of four bytes.
MISSING = """<path fill="#ccd6dd" d="M9 0h18a9 9 0 0 1 9 9v18a9 9 0 0 1-9 9H9a9 9 0 0 1-9-9V9a9 9 0 0 1 9-9"/>
<g fill="#66757f" transform="translate(7.2 7.2) scale(.6)">%s</g>"""
MISSING_CHARS = (0xF8F0, 0xFFF00)

# A picture is 36 units wide; in the font 512, and it reaches 64 below the baseline.
PLACE = Transform(512 / 36, 0, 0, -512 / 36, 0, 448)


def shaped(font, said):
    buffer = hb.Buffer()
    buffer.add_str(said)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return [info.codepoint for info in buffer.glyph_infos]


def name_of(said):
    return "u" + "_".join("%x" % ord(c) for c in said)


def color_of(fill):
    digits = {"black": "000", "white": "fff", "red": "f00"}.get(fill, fill.lstrip("#"))
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return tuple(bytes.fromhex(digits))


def layers_of(body):
    """The outlines and colours of a picture, from the lowest."""
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36">{body}</svg>'
    for shape in SVG.fromstring(text).topicosvg().shapes():
        red, green, blue = color_of(shape.fill)
        pen = TTGlyphPen(None)
        parse_path(shape.as_path().d, TransformPen(Cu2QuPen(pen, 0.5, reverse_direction=True), PLACE))
        yield pen.glyph(), (red, green, blue, round(255 * shape.opacity * shape.fill_opacity))


def main(old, artwork, new):
    data = open(old, "rb").read()
    font = TTFont(io.BytesIO(data))
    shaper = hb.Font(hb.Face(hb.Blob(data)))
    with tarfile.open(artwork) as pack:
        icons = json.load(pack.extractfile("package/icons.json"))
        pictures = json.load(pack.extractfile("package/chars.json"))
    order, glyphs, metrics = font.getGlyphOrder()[:], font["glyf"], font["hmtx"].metrics
    colors = font["CPAL"].palettes[0]
    known = {(c.red, c.green, c.blue, c.alpha): at for at, c in enumerate(colors)}
    maps = [table for table in font["cmap"].tables if table.format == 12]
    ligatures = font["GSUB"].table.LookupList.Lookup[0].SubTable[0].ligatures
    by_char = dict(maps[0].cmap)
    drawn = {}  # the glyph of an outline: those in several skin tones share most of theirs
    by_key = {}  # the glyph of a sequence, by its characters without U+FE0F

    def add(name, glyph, width):
        order.append(name)
        glyphs.glyphs[name] = glyph
        metrics[name] = (width, glyph.xMin if glyph.numberOfContours else 0)

    def ligate(said, name):
        first, *rest = [by_char[ord(c)] for c in said]
        ligature = otTables.Ligature()
        ligature.Component, ligature.CompCount, ligature.LigGlyph = rest, len(said), name
        ligatures.setdefault(first, []).append(ligature)

    def draw(name, body):
        add(name, TTGlyphPen(None).glyph(), 512)
        layers = []
        for at, (glyph, color) in enumerate(layers_of(body)):
            outline = glyph.compile(glyphs)
            if outline not in drawn:
                drawn[outline] = f"{name}_layer{at}"
                add(drawn[outline], glyph, 512)
            if color not in known:
                known[color] = len(colors)
                colors.append(Color(color[2], color[1], color[0], color[3]))
            layers.append(LayerRecord(name=drawn[outline], colorID=known[color]))
        font["COLR"].ColorLayers[name] = layers

    lacking = []
    for said in emoji.EMOJI_DATA:
        found = shaped(shaper, said)
        key = said.replace("\ufe0f", "")
        if len(found) == 1 and found[0] != 0:
            by_key.setdefault(key, font.getGlyphName(found[0]))
        else:
            lacking.append((said, key))
    # Those of one character first: sequences are made of them.
    lacking.sort(key=lambda one: (len(one[1]), len(one[0])))
    added = aliases = 0
    for said, key in lacking:
        if key not in by_key:
            icon = pictures.get("-".join("%04x" % ord(c) for c in key))
            if icon is None:
                continue  # not drawn yet by anyone
            name = name_of(key)
            draw(name, icons["icons"][icon]["body"])
            by_key[key] = name
            added += 1
            if len(key) == 1:
                for table in maps:
                    table.cmap[ord(key)] = name
                by_char[ord(key)] = name
        if len(said) > 1 and all(ord(c) in by_char for c in said):
            ligate(said, by_key[key])
            aliases += 1
    mark = icons["icons"]["white-question-mark"]["body"]
    draw("missing", MISSING % re.sub(' fill="[^"]*"', "", mark))
    for table in maps:
        table.cmap.update({char: "missing" for char in MISSING_CHARS})
    for sets in ligatures.values():
        sets.sort(key=lambda one: -one.CompCount)
    font.setGlyphOrder(order)
    glyphs.glyphOrder = order
    font["CPAL"].numPaletteEntries = len(colors)
    for record in font["name"].names:
        if record.nameID == 5:
            record.string = "Version 0.7.0; emoji of Unicode 15.1 to 17 added"
    font["post"].formatType = 3.0  # nobody asks a glyph for its name
    if "FFTM" in font:
        del font["FFTM"]
    font.save(new)
    print(f"{added} emoji, {aliases} sequences added")


if __name__ == "__main__":
    main(*sys.argv[1:])
