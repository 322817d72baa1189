#!/usr/bin/env python3
"""Makes COUNT distinct dossiers (deliberation and budget annex) from the Caen la mer fixture, for W3.

usage: lot.py OUT [COUNT]        COUNT: 200 by default

Names, number, subject, dates and amounts change, and the declared totals are left out, so that nearly every paragraph
and every row differs from one act to the next: what an engine remembers between documents gains it nothing here.
"""
import pathlib, random, re, sys

out = pathlib.Path(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
seed = pathlib.Path(__file__).resolve().parent.parent / "fixtures/valid/caen-la-mer-2012"
FIRST = ["Val", "Pays", "Rives", "Terres", "Plaine", "Coteaux", "Portes", "Bocage", "Monts", "Sources"]
SECOND = ["d'Orval", "de la Sienne", "du Tilleul", "des Trois Rivières", "d'Argence", "de Brévan", "du Haut Clos",
          "des Forges", "de la Belle Étoile", "du Marais", "d'Esquay", "de Courvaux", "des Ormes", "du Grand Pré"]
TOPICS = ["tourisme durable", "économie circulaire", "agriculture de proximité", "transition énergétique",
          "habitat participatif", "numérique responsable", "mobilités actives", "éducation artistique"]

texts = {name: (seed / name).read_text(encoding="utf-8")
         for name in ("deliberation.toml", "programme.toml", "budget.toml", "collectivite.toml", "seance.toml")}
logo = (seed / "logo.svg").read_bytes()
for i in range(count):
    rng = random.Random(i)
    name = f"{rng.choice(FIRST)} {rng.choice(SECOND)} {i + 1}"
    topic = f"{rng.choice(TOPICS)} ({i + 1})"
    folder = out / f"{i + 1:03}"
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in texts.items():
        text = text.replace("Caen la mer", name).replace("ÉCONOMIE SOCIALE ET SOLIDAIRE", topic.upper())
        text = text.replace("économie sociale et solidaire", topic).replace("C-12-05-01", f"C-12-{i % 12 + 1:02}-{i + 1:03}")
        text = re.sub(r"\b2012-(\d\d)-(\d\d)\b", lambda m: f"2012-{m[1]}-{1 + (int(m[2]) + i) % 7 if m[1] == '12' else m[2]:02}"
                      if m[1] == "12" else m[0], text)
        text = re.sub(r'^document = .*$', "", text, flags=re.M)
        if file == "budget.toml":
            head, _, _ = text.partition("[[totaux]]")
            text = re.sub(r"montants = \[(.*)\]", lambda m: "montants = [%s]" % ", ".join(
                str(rng.randrange(1, 200) * 500) for _ in m[1].split(",")), head)
        if file == "deliberation.toml":
            head, *annexes = text.split("[[annexes]]")
            text = head + "".join("[[annexes]]" + a for a in annexes if '"budget"' in a)
        (folder / file).write_text(text, encoding="utf-8")
    (folder / "logo.svg").write_bytes(logo)
