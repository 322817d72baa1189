#!/bin/sh
# Times delibere beside the Typst command line and the in-process floor, on the same content.
#   mesure.sh PEERS [W1|W2|W3|memoire|annee]...       PEERS: a built copy of the peers folder (its install.sh)
# Needs hyperfine, GNU time and a quiet machine; delibere is the release build.
set -eu
cd "$(dirname "$0")/.."
PEERS=$(cd "${1:?the folder of the peers}" && pwd)
shift
[ $# -gt 0 ] || set -- W1 W2 W3 memoire annee
B=$PWD/target/release/delibere
SEED=$PWD/fixtures/valid/caen-la-mer-2012
TMP=${TMPDIR:-/tmp}/delibere-mesure
mkdir -p "$TMP"
# W1 is the seed less its sheets and its programme.
[ -d "$TMP/w1-dossier" ] || python3 benches/lot.py --graine "$TMP/w1-dossier"
# Both sides write PDF/A-2a and PDF/UA-1.
export TYPST_FLAGS="--pdf-standard a-2a,ua-1"
w1="$B produire $TMP/w1-dossier --document acte --sortie $TMP/w1"
w2="$B produire $SEED --document dossier --sortie $TMP/w2"
for w; do
  case $w in
  W1 | W2)
    ours=$w1; [ "$w" = W2 ] && ours=$w2
    hyperfine -N --warmup 3 --runs "${RUNS:-30}" --export-json "$TMP/$w.json" \
      -n "typst cli $w" "$PEERS/run_typst_cli.sh $w $TMP/cli" \
      -n "floor $w" "$PEERS/run_floor.sh $w $TMP/floor" \
      -n "delibere $w" "$ours"
    for c in "$PEERS/run_typst_cli.sh $w $TMP/cli" "$ours"; do
      # shellcheck disable=SC2086
      command time -f "peak %M KiB: $c" $c >/dev/null
    done
    ;;
  W3)
    [ -d "$TMP/lot/200" ] || python3 benches/lot.py "$TMP/lot" 200
    hyperfine -N --warmup 1 --runs "${RUNS3:-5}" --export-json "$TMP/W3.json" \
      -n "typst cli W3" "$PEERS/run_typst_cli.sh W3 $TMP/cli3" \
      -n "floor W3" "$PEERS/run_floor.sh W3 $TMP/floor3" \
      -n "delibere W3" "$B produire --jobs 2 --document acte --sortie $TMP/w3 $(echo "$TMP"/lot/*)"
    ;;
  memoire)
    # 10,000 acts through two workers; the resident memory of the largest one, every 2,000.
    [ -d "$TMP/lot/200" ] || python3 benches/lot.py "$TMP/lot" 200
    python3 benches/memoire.py "$B" "$TMP/lot" 10000
    ;;
  annee)
    # The register of 100, 200 and 400 acts in one process: its peak memory beside the size of what it binds; then every
    # document of 50 sittings, one process each.
    for n in 13 25 50; do
      [ -d "$TMP/annee-$n" ] || python3 benches/annee.py "$TMP/annee-$n" "$n"
      command time -f "register of $((8 * n)) acts: %e s, peak %M KiB" \
        "$B" registre "$TMP/annee-$n" --annee 2026 --sortie "$TMP/registre-$n" >/dev/null
      ls -l "$TMP/registre-$n/registre.pdf"
    done
    start=$(date +%s.%N)
    for sitting in "$TMP"/annee-50/2026-*/; do "$B" seance "$sitting" --sortie "$TMP/seances" >/dev/null; done
    end=$(date +%s.%N)
    documents=$(find "$TMP/seances" -name '*.pdf' | wc -l)
    echo "$start $end $documents" | awk '{ printf "50 sittings of %d documents: %.1f documents a second\n", $3, 50 * $3 / ($2 - $1) }'
    ;;
  *) echo "W1, W2, W3, memoire or annee" >&2; exit 2 ;;
  esac
done
