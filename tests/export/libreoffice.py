"""Has LibreOffice work out every budget workbook again after an input was changed.

For each pair N-avant.xlsx, N-apres.xlsx of the folder: the inputs of the second are typed into the first, whose figures
kept beside the formulas are dropped; LibreOffice then has nothing to read but the formulas, and what it finds must be what
the program computed for the second.
"""

import glob
import os
import subprocess
import sys
from decimal import Decimal

import openpyxl

folder = os.path.abspath(sys.argv[1])
edited, checked = [], 0


def is_formula(cell):
    return cell.data_type == "f"


for before in sorted(glob.glob(os.path.join(folder, "*-avant.xlsx"))):
    book = openpyxl.load_workbook(before)
    after = openpyxl.load_workbook(before.replace("-avant", "-apres"), data_only=True)
    typed = 0
    for row in book["Budget"].iter_rows():
        for cell in row:
            new = after["Budget"][cell.coordinate].value
            if not is_formula(cell) and isinstance(cell.value, (int, float)) and cell.value != new:
                cell.value = new
                typed += 1
    assert typed > 0, f"{before}: no input was changed"
    # openpyxl keeps formulas, and never the figures beside them.
    path = before.replace("-avant", "-saisi")
    book.save(path)
    kept = openpyxl.load_workbook(path, data_only=True)["Budget"]
    assert all(kept[c.coordinate].value is None for r in book["Budget"].iter_rows() for c in r if is_formula(c))
    edited.append(path)

assert edited, "no workbook"
out = os.path.join(folder, "recalcul")
run = subprocess.run(
    ["soffice", f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", "xlsx", "--outdir", out]
    + edited,
    capture_output=True,
    text=True,
    timeout=300,
)
assert run.returncode == 0, run.stderr

for path in edited:
    formulas = openpyxl.load_workbook(path)["Budget"]
    found = openpyxl.load_workbook(os.path.join(out, os.path.basename(path)), data_only=True)["Budget"]
    old = openpyxl.load_workbook(path.replace("-saisi", "-avant"), data_only=True)["Budget"]
    new = openpyxl.load_workbook(path.replace("-saisi", "-apres"), data_only=True)["Budget"]
    moved = 0
    for row in formulas.iter_rows():
        for cell in row:
            if not is_formula(cell):
                continue
            got, wanted = found[cell.coordinate].value, new[cell.coordinate].value
            cents = lambda v: Decimal(str(v)).quantize(Decimal("0.01"))
            assert cents(got) == cents(wanted), (path, cell.coordinate, cell.value, got, wanted)
            moved += wanted != old[cell.coordinate].value
            checked += 1
    assert moved > 0, f"{path}: no total moved"

print(f"{checked} formulas of {len(edited)} workbooks")
