"""Makes the TrueType faces of this folder: python3 otf_to_ttf.py INPUT OUTPUT.ttf (needs fontTools).

An OpenType face with CFF outlines gets TrueType ones, because Chromium embeds only those as proper subsets. Then second code points
of a glyph are taken out of the character map: a PDF names each glyph by its lowest code point, so with them a space would be copied
and searched as U+0001 and 一 as the radical U+2F00. A TrueType face only gets the second step.
"""

import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

CONTROLS = range(0x00, 0x20)
RADICALS = range(0x2E80, 0x2FE0)


def convert_outlines(font: TTFont) -> None:
    order = font.getGlyphOrder()
    source = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(source)
        source[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    table = font["glyf"] = newTable("glyf")
    table.glyphOrder = order
    table.glyphs = glyphs
    profile = font["maxp"]
    profile.tableVersion = 0x00010000
    profile.maxZones = 1
    for field in (
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
    ):
        setattr(profile, field, 0)
    font["post"].formatType = 3.0
    for tag in ("CFF ", "VORG"):
        if tag in font:
            del font[tag]
    font.sfntVersion = "\000\001\000\000"


def mark_bold(font: TTFont) -> None:
    font["OS/2"].usWeightClass = 700
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x40) | 0x20
    font["head"].macStyle |= 1


def drop_second_code_points(font: TTFont) -> None:
    for table in font["cmap"].tables:
        if not table.isUnicode():
            continue
        plain = {glyph for code, glyph in table.cmap.items() if code not in CONTROLS and code not in RADICALS}
        table.cmap = {
            code: glyph
            for code, glyph in table.cmap.items()
            if not ((code in CONTROLS or code in RADICALS) and glyph in plain)
        }


def main(source: str, target: str) -> None:
    font = TTFont(source, recalcTimestamp=False)
    if "CFF " in font:
        convert_outlines(font)
        if "Bold" in source:
            mark_bold(font)
    drop_second_code_points(font)
    font.save(target)


main(*sys.argv[1:3])
