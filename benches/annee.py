#!/usr/bin/env python3
"""Makes a year of sittings from the Saint-Aubin fixture, eight acts each, for the register.

usage: annee.py OUT [SITTINGS]   SITTINGS: 50 by default, which makes 400 acts

Dates, numbers, objects and amounts change from one sitting to the next, so that what an engine remembers between pages
gains it little. `votes.csv` and expectations are not copied.
"""
import datetime, pathlib, random, re, shutil, sys

out = pathlib.Path(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 50
seed = pathlib.Path(__file__).resolve().parent.parent / "fixtures/valid/saint-aubin-2026-06"
ACTS = 8
first = datetime.date(2026, 6, 18)
out.mkdir(parents=True, exist_ok=True)
for shared in ("collectivite.toml", "assemblee.toml", "logo.svg"):
    shutil.copyfile(seed / shared, out / shared)
for i in range(count):
    rng = random.Random(i)
    # From 8 January on, one every seven days while the year lasts, then two days later than those.
    day = datetime.date(2026, 1, 8) + datetime.timedelta(days=7 * (i % 50) + 2 * (i // 50))
    shift = day - first
    folder = out / f"{day}-{i:03}"
    def moved(m):
        return str(datetime.date.fromisoformat(m[0]) + shift)
    for path in sorted(seed.rglob("*.toml")):
        name = path.relative_to(seed)
        if name.parts[0] in ("attendu", "sortie") or str(name) in ("collectivite.toml", "assemblee.toml"):
            continue
        text = re.sub(r"(?<!\d)2026-\d\d-\d\d(?!\d)", moved, path.read_text(encoding="utf-8"))
        if path.name == "seance.toml":
            text = re.sub(r"^rang = .*$", f"rang = {i + 1}", text, flags=re.M)
            text = re.sub(r"^premier_ordre = .*$", f"premier_ordre = {ACTS * i + 1}", text, flags=re.M)
        else:
            text = re.sub(r'^objet = \["([^"]*)"', rf'objet = ["\1 ({i + 1})"', text, flags=re.M)
            text = re.sub(r"\b(\d) (\d\d\d),00 €", lambda m: f"{rng.randrange(1, 10)} {m[2]},00 €", text)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
