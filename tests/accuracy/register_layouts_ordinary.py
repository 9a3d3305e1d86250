"""The sixth batch of prints: registers in ordinary styles, as a governance officer's programs make them unasked.

Which third is held out was drawn by lot before any of it was read.
"""

from __future__ import annotations

from pdf_rounds import batched, browser, office, sheet, web
from pdf_sheets import Print
from register_layouts_breaks import first_only
from register_layouts_prints import EIGHTS, FORMS, TEMPLATES, TITLE, TWELVES, layout, turned

HELD = (3, 8, 10, 11)  # random.Random(612).sample(range(12), 4)
NOTE = ("* Interests that ended within six months are shown.", "Contact: the governance team")
CARDS = """
body { font: 11px/1.4 Georgia, serif } table { border-collapse: separate; border-spacing: 2px; width: 100% }
th { background: #003087; color: #fff; text-align: left } td { background: #f5f7f8 } td, th { padding: 5px 7px }
td { vertical-align: top } * { print-color-adjust: exact }
"""
NARROW = """
body { font: 7.5pt/1.2 'DejaVu Sans Condensed', sans-serif } table { border-collapse: collapse; width: 100% }
td, th { border: .25pt solid #666; padding: .8mm 1mm; vertical-align: bottom; text-align: left; hyphens: auto }
"""
CENTRED = """
body { font: 9pt/1.3 serif } table { border-collapse: collapse; width: 100% }
td, th { border: 1pt solid; padding: 2mm; text-align: center; vertical-align: middle } th { font-weight: normal }
"""
HEADED = """
body { font: 9pt/1.35 sans-serif } table { border-collapse: collapse; width: 100%; border: 1.5pt solid }
th { border-bottom: 1pt solid; background: #ddd } td, th { padding: 1.5mm 2mm; text-align: left; vertical-align: top }
td { border-left: .25pt solid #bbb; border-bottom: .25pt solid #bbb }
"""
STYLES = (
    ("web, cards", web(CARDS), layout("o0", EIGHTS, above=TITLE, below=NOTE, size=18)),
    ("browser, cards", browser(CARDS, size="A4 landscape"), layout("o1", TEMPLATES, above=TITLE, size=18)),
    ("web, narrow, template", web(NARROW), layout("o2", TEMPLATES, people_merged=2, above=TITLE, size=24)),
    ("web, centred", web(CENTRED), layout("o3", EIGHTS, people_merged=1, above=TITLE, size=18)),
    ("web, headed, portrait form", web(HEADED, size="A4 portrait"), layout("o4", FORMS, above=TITLE, size=20)),
    ("Word, Colorful Grid", office(size=8.5, grid="Colorful Grid Accent 1"), layout("o5", EIGHTS, size=20)),
    ("Word, Medium List", office(size=9, grid="Medium List 1"), layout("o6", FORMS, above=TITLE, size=20)),
    ("Word, template, first row only", office(size=7, widths=(26, 28, 38, 17, 19, 19, 18, 36, 20, 20, 34)),
     first_only(layout("o7", TEMPLATES, people_merged=2, above=TITLE, size=20))),
    ("Excel, tall, dressed, portrait", sheet(Print(border="dotted", dressed=True, landscape=False, tall=True)),
     layout("o8", FORMS, above=TITLE, size=20)),
    ("Excel, gridlines, two pages wide", sheet(Print(border=None, grid=True, fit=False, width=20, tall=True)),
     layout("o9", TEMPLATES, size=16)),
    ("Excel, people merged, bottom", sheet(Print(border="thin", upright="bottom", tall=True, width=18)),
     layout("o10", EIGHTS, people_merged=2, size=20)),
    ("web, narrow, twelve, turned", turned(web(NARROW)), layout("o11", TWELVES, above=TITLE, below=NOTE, size=20)),
)  # fmt: skip
for _at, (_style, _write, _layout) in enumerate(STYLES):
    batched(6, _style, _write, held=_at in HELD)(_layout)
