#!/usr/bin/env python3
"""Makes COUNT distinct dossiers (deliberation and budget annex) from the Caen la mer fixture, for W3.

usage: lot.py OUT [COUNT]        COUNT: 200 by default
       lot.py --graine OUT       the fixture itself, with the budget as its only annexe, for W1

Names, number, subject, dates and amounts change, every declared total follows from its lines, so that nearly every
paragraph and every row differs from one act to the next: what an engine remembers between documents gains it nothing
here.
"""
import pathlib, random, re, sys, tomllib

graine = sys.argv[1] == "--graine"
out = pathlib.Path(sys.argv[2] if graine else sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 and not graine else 200
seed = pathlib.Path(__file__).resolve().parent.parent / "fixtures/valid/caen-la-mer-2012"
FIRST = ["Val", "Pays", "Rives", "Terres", "Plaine", "Coteaux", "Portes", "Bocage", "Monts", "Sources"]
SECOND = ["d'Orval", "de la Sienne", "du Tilleul", "des Trois Rivières", "d'Argence", "de Brévan", "du Haut Clos",
          "des Forges", "de la Belle Étoile", "du Marais", "d'Esquay", "de Courvaux", "des Ormes", "du Grand Pré"]
TOPICS = ["tourisme durable", "économie circulaire", "agriculture de proximité", "transition énergétique",
          "habitat participatif", "numérique responsable", "mobilités actives", "éducation artistique"]

PARENT = {"charte": "positionnement", "sensibilisation-elus": "formation"}


def total(t, budget):
    """The amounts of one declared total, from the lines."""
    def keep(line):
        under = t.get("action") in (None, line.get("action"), PARENT.get(line.get("action")))
        section = t.get("section") in (None, line["section"])
        sens = t["nature"] not in ("sous-total", "total-section") or t.get("sens", "depense") == line["sens"]
        bearer = "porteurs" not in t or line.get("porteur", budget["porteur"]) in t["porteurs"]
        return under and section and sens and bearer
    minus = {"solde": "depense", "bilan": "depense", "cout-net": "recette", "porteurs": "recette"}.get(t["nature"])
    lines = [line for line in budget["lignes"] if keep(line)]
    return [sum((-1 if line["sens"] == minus else 1) * (line["montants"][y] or 0) for line in lines) for y in range(3)]


texts = {name: (seed / name).read_text(encoding="utf-8")
         for name in ("deliberation.toml", "programme.toml", "budget.toml", "collectivite.toml", "seance.toml")}
logo = (seed / "logo.svg").read_bytes()


def budget_alone(text):
    """The act with the budget as its only annexe."""
    head, *annexes = text.split("[[annexes]]")
    return head + "".join("[[annexes]]" + a for a in annexes if '"budget"' in a)


if graine:
    out.mkdir(parents=True, exist_ok=True)
    for file, text in texts.items():
        text = budget_alone(text) if file == "deliberation.toml" else text
        (out / file).write_text(re.sub(r'^document = .*$', "", text, flags=re.M), encoding="utf-8")
    (out / "logo.svg").write_bytes(logo)
    sys.exit()
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
            head, *totals = text.split("[[totaux]]")
            head = re.sub(r"montants = \[(.*)\]", lambda m: "montants = [%s]" % ", ".join(
                str(rng.randrange(1, 200) * 500) for _ in m[1].split(",")), head)
            budget = tomllib.loads(head)
            for t in totals:
                declared = tomllib.loads("[[totaux]]" + t)["totaux"][0]
                amounts = ", ".join(map(str, total(declared, budget)))
                head += "[[totaux]]" + re.sub(r"montants = \[.*\]", f"montants = [{amounts}]", t)
            text = head
        if file == "deliberation.toml":
            text = budget_alone(text)
        (folder / file).write_text(text, encoding="utf-8")
    (folder / "logo.svg").write_bytes(logo)
