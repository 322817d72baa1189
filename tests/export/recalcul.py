"""Works the formulas of a budget workbook out again, in exact decimals, and compares with the figures stored beside them.

Independent of the program: the formulas are read as text (SUM, SUMIFS, +, -, parentheses), the cells by openpyxl.
"""

import re
import sys
from decimal import Decimal

import openpyxl
from openpyxl.utils import column_index_from_string


def cells(sheet, ref):
    a, b = ref.replace("$", "").split(":")
    (ca, ra), (cb, rb) = (re.fullmatch(r"([A-Z]+)(\d+)", x).groups() for x in (a, b))
    ca, cb = column_index_from_string(ca), column_index_from_string(cb)
    return [sheet.cell(r, c).value for r in range(int(ra), int(rb) + 1) for c in range(ca, cb + 1)]


def number(value):
    if isinstance(value, str) and value.startswith("="):
        raise ValueError("a formula over a formula")
    return Decimal(repr(value)) if isinstance(value, (int, float)) else Decimal(0)


def wanted(criterion):
    text = criterion[1:-1].replace('""', '"')
    assert text.startswith("="), criterion
    return re.sub(r"~(.)", r"\1", text[1:])


TOKEN = re.compile(
    r'SUMIFS\((?P<range>[^,]+)(?P<criteria>(?:,[^,"]+,"(?:[^"]|"")*")*)\)|SUM\((?P<sum>[^)]+)\)|(?P<op>[-+()])|(?P<num>\d+)'
)


def work_out(sheet, formula, own):
    out, at = [], 1
    while at < len(formula):
        m = TOKEN.match(formula, at)
        assert m, f"not read: {formula[at:]}"
        at = m.end()
        if m["range"]:
            values = cells(sheet, m["range"])
            keep = [True] * len(values)
            for ref, crit in re.findall(r',([^,"]+),("(?:[^"]|"")*")', m["criteria"]):
                text = wanted(crit)
                for i, v in enumerate(cells(sheet, ref)):
                    keep[i] = keep[i] and str(v or "").lower() == text.lower()
            out.append(f"Decimal('{sum((number(v) for v, k in zip(values, keep) if k), Decimal(0))}')")
        elif m["sum"]:
            out.append(f"Decimal('{sum((own(v) for v in cells_of(sheet, m['sum'])), Decimal(0))}')")
        else:
            out.append(m["op"] or f"Decimal({m['num']})")
    return eval("".join(out), {"Decimal": Decimal})


def cells_of(sheet, ref):
    return cells(sheet, ref)


def main(path):
    sheet = openpyxl.load_workbook(path)["Budget"]
    stored = openpyxl.load_workbook(path, data_only=True)["Budget"]
    count = 0

    def own(value):
        if isinstance(value, str) and value.startswith("="):
            return work_out(sheet, value, own)
        return number(value)

    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.data_type == "f":
                found = work_out(sheet, cell.value, own)
                kept = Decimal(str(stored[cell.coordinate].value)).quantize(Decimal("0.01"))
                assert found.quantize(Decimal("0.01")) == kept, (cell.coordinate, cell.value, found, kept)
                count += 1
    assert count > 0, "no formula"


main(sys.argv[1])
