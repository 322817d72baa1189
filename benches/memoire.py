#!/usr/bin/env python3
"""Feeds COUNT dossiers to one worker process and prints its resident memory as it goes.

usage: memoire.py DELIBERE LOT COUNT
"""
import json, pathlib, subprocess, sys, tempfile

binary, lot, count = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
dossiers = sorted(p for p in lot.iterdir() if p.is_dir())
with tempfile.TemporaryDirectory() as out:
    worker = subprocess.Popen([binary, "ouvrier"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    for i in range(count):
        task = {"dossier": str(dossiers[i % len(dossiers)]), "documents": ["acte"],
                "format": "pdf", "norme": None, "resolution": 144, "sortie": f"{out}/{i % 50}", "json": False,
                "couleurs": False, "direct": False}
        worker.stdin.write(json.dumps(task) + "\n")
        worker.stdin.flush()
        answer = json.loads(worker.stdout.readline())
        assert answer["code"] == 0, answer
        if i + 1 in (100, 1000) or (i + 1) % 2000 == 0:
            status = pathlib.Path(f"/proc/{worker.pid}/status").read_text()
            fields = dict(line.split(":", 1) for line in status.splitlines())
            print(f"{i + 1:>6} acts: resident {int(fields['VmRSS'].split()[0]) / 1024:.0f} MiB, "
                  f"peak {int(fields['VmHWM'].split()[0]) / 1024:.0f} MiB", flush=True)
    worker.stdin.close()
    worker.wait()
