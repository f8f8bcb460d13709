#!/usr/bin/env bash
# Builds Deksel, shows it, tests it and measures it.
#
#   ./build.sh build             makes dist/chromium and dist/firefox
#   ./build.sh package           makes what the stores take, in dist/: ZIPs, the sources' ZIP for Mozilla, a bill of materials
#     --twice                      builds again from the sources' ZIP in another folder, and compares
#   ./build.sh docs              writes anew what is made of the sources: docs/detection.md
#     --pictures                   the stores' pictures too, and the icons
#   ./build.sh demo              shows Deksel warning on an invented page
#     --browser chromium|firefox   in the browser named, not in the first one found
#   ./build.sh dev               shows Deksel in Firefox, and loads it anew whenever a file has changed
#   ./build.sh read PAGE.html    prints what Deksel sees on a saved page, as JSON lines
#     --url URL                    as if it came from that address of LinkedIn's
#     --each FOLDER                of all pages in a folder
#     --browser chromium|firefox   in the browser named
#   ./build.sh test              checks everything that has to hold; ends with "N passed, N failed"
#     --policy                     also with a real policy file of an employer's in both browsers: as root, on Linux; puts back what was there
#   ./build.sh fuzz [TARGET...]  makes foreign input that nobody thought of; what breaks something is kept in target/fuzz
#     --minutes N                  for each target, instead of one
#   ./build.sh audit             checks licences, sources and known holes of what comes from others
#     --online                     fails where the lists of known holes are out of reach
#   ./build.sh bench [NAME...]   measures sizes and times
#   ./build.sh scan [FILE]       finds what texts disclose: {"id", "text"} a line in, {"id", "findings"} a line out
#     --export ZIP                 the input is a copy of one's data from LinkedIn, a file from it or a folder; a line out for
#                                  every item: {"id", "file", "date", "link", "audience", "findings"}
#     --text                       the input is one plain text
#     --kinds, --lang NAME,...     only findings of these kinds; only rules of these languages
#     --terms FILE                 also these terms, one a line: Merel, "Merel" in the same case, Merel* with endings
#   ./build.sh train             learns the weights of src/detect/model anew, and tells how good they are
#     --measure FILE               on labelled examples too: {"id", "text", "labels": [{"kind", "quote"}]} a line
#   ./build.sh help              prints this text
#
# What is missing is installed first, or named with a way to get it. Standard output carries a command's result only;
# progress and other programs' words go to standard error. `build --probe` also makes target/probe: the same extension
# with exports that provoke faults, for tests and benches.

set -euo pipefail
cd "$(dirname "$0")"

TARGET=${CARGO_TARGET_DIR:-target}
PACKER=$TARGET/debug/packer
INFLATER=$TARGET/wasm32-unknown-unknown/release/inflater.wasm
MADE=target
MODULE_SOURCES=(src build build.rs tools/model/corpus extension/_locales Cargo.toml Cargo.lock build.sh)

# No tab needs 32 MiB (a text of 1 MB takes 5 to 15), nor does the popup; the other pages read whole exports of LinkedIn's data.
CONTENT_MIB=32
PAGES_MIB=1024

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null; }

# Whether a file is there and newer than everything it is made from. (What is made gets the time at which its making
# began: FILE.begun, so that a change during a long build is not missed.)
fresh() { [[ -e $1 && -z $(find "${@:2}" -newer "$1" -print -quit) ]]; }

need_node() {
  { has node && has npm; } || fail "Node.js 20 or later is needed, with npm: install it from https://nodejs.org."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  ((major >= 20)) || fail "Node.js 20 or later is needed, and this is $(node --version): update it from https://nodejs.org."
  fresh node_modules/.package-lock.json package-lock.json && return
  say "Installing npm packages ..."
  npm ci --no-audit --no-fund >&2 || fail "The npm packages could not be installed: see above, and check the network."
  touch node_modules/.package-lock.json
}

need_rust() {
  has cargo || fail "Rust is needed: install it from https://rustup.rs, then run this again."
  [[ -d $(rustc --print target-libdir --target wasm32-unknown-unknown) ]] && return
  has rustup || fail "Rust lacks the target wasm32-unknown-unknown: install it with what installed Rust, or use https://rustup.rs."
  say "Installing Rust's target wasm32-unknown-unknown ..."
  rustup target add wasm32-unknown-unknown >&2 ||
    fail "Rust's target wasm32-unknown-unknown could not be installed: see above, and check the network."
}

need_crates() {
  cargo fetch --locked >&2 || fail "The Rust packages could not be downloaded: see above, and check the network."
}

need_lints() {
  need_rust
  cargo fmt --version &>/dev/null && cargo clippy --version &>/dev/null && return
  has rustup || fail "Rust lacks rustfmt and clippy: install them with what installed Rust, or use https://rustup.rs."
  rustup component add rustfmt clippy >&2 || fail "rustfmt and clippy could not be installed: see above, and check the network."
}

has_browser() {
  node --input-type=module --eval \
    'import { findBrowser } from "./tools/browser/find.mjs"; findBrowser(process.argv[1]);' "$1" 2>/dev/null
}

# Installs the packages named where the system allows it; who needs a browser that is still missing says so itself.
install_browsers() {
  has apt-get && ((EUID == 0)) || return 0
  say "Installing $* ..."
  { apt-get update && apt-get install --yes --no-install-recommends "$@"; } >&2 || say "$* could not be installed: see above."
}

need_browsers() {
  local missing=()
  has_browser chromium || missing+=(chromium)
  has_browser firefox || missing+=(firefox-esr)
  ((${#missing[@]} == 0)) || install_browsers "${missing[@]}"
}

# compile NAME FEATURES [LEVEL]: makes $MADE/modules/NAME.wasm, the package `deksel` at that level of optimization.
compile() {
  local out=$MADE/modules/$1.wasm levels=() path flags=
  fresh "$out" "${MODULE_SOURCES[@]}" && return
  [[ -z ${3:-} ]] || levels+=(--config "profile.release.package.deksel.opt-level=\"$3\"")
  say "Compiling the $1 module ..."
  mkdir -p "$MADE/modules" && touch "$out.begun"
  need_crates
  # Panics carry the paths of sources; this machine's own are nobody's business, and make builds differ. Of several that fit, the last counts.
  mkdir -p "$TARGET"
  for path in "$PWD/" "$(cd "$TARGET" && pwd -P)/" "$(rustc --print sysroot)/" "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
    flags+=${flags:+$'\x1f'}--remap-path-prefix=$path=
  done
  # Only as a module: as a library too, all that is public would have to stay callable, and less of it could be merged.
  CARGO_ENCODED_RUSTFLAGS=$flags cargo rustc --locked --release --lib --crate-type cdylib --package deksel \
    --target wasm32-unknown-unknown --features "$2" "${levels[@]}" >&2
  cp "$TARGET/wasm32-unknown-unknown/release/deksel.wasm" "$out"
  touch -r "$out.begun" "$out"
}

# pack MODULE ENCODING MIB SCRIPT...: makes $MADE/scripts/MODULE-ENCODING.js.
pack() {
  local module=$MADE/modules/$1.wasm out=$MADE/scripts/$1-$2.js encoding=("$2")
  fresh "$out" "$module" "$PACKER" "$INFLATER" node_modules/.package-lock.json "${@:4}" && return
  say "Packing the $1 module as $2 ..."
  mkdir -p "$MADE/scripts"
  touch "$out.begun"
  [[ $2 == lowered ]] || encoding+=("$INFLATER")
  "$PACKER" "${encoding[@]}" "$module" "$out" "$3" "${@:4}"
  touch -r "$out.begun" "$out"
}

# packer: makes what packs, and the module that unpacks.
packer() {
  [[ -e $PACKER ]] && fresh "$INFLATER" tools/packer Cargo.toml Cargo.lock build.sh && return
  mkdir -p "$TARGET" && touch "$TARGET/packer.begun"
  need_crates
  cargo build --locked --package packer >&2
  cargo rustc --locked --release --lib --crate-type cdylib --package inflater --target wasm32-unknown-unknown >&2
  touch -r "$TARGET/packer.begun" "$PACKER" "$INFLATER"
}

# notices: makes target/THIRD-PARTY.txt, the licences of what others wrote.
notices() {
  local out=target/THIRD-PARTY.txt
  fresh "$out" tools/package Cargo.toml Cargo.lock node_modules/.package-lock.json && return
  need_crates
  node tools/package/notices.mjs "$out"
}

# assemble FOLDER BROWSER MODULE: puts an unpacked extension together, and nothing else is left in the folder.
assemble() {
  local encoding
  [[ $2 == chromium ]] && encoding=lowered || encoding=wasm
  rm -rf "${1:?}"
  mkdir -p "$1"
  cp -R extension/. LICENSE-MIT LICENSE-APACHE target/THIRD-PARTY.txt "$1"
  node tools/manifest.mjs "$2" >"$1/manifest.json"
  rm -f "$1"/boot.js "$1"/*.d.ts "$1"/icons/*.svg
  cp "$MADE/scripts/$3-$encoding.js" "$1/content.js"
  cp "$MADE/scripts/pages-wasm.js" "$1/pages.js"
  cp "$MADE/scripts/popup-wasm.js" "$1/popup.js"
}

# assemble_both FOLDER MODULE: puts the unpacked extensions for both browsers together, and nothing else is left in the folder.
assemble_both() {
  rm -rf "${1:?}"
  assemble "$1/chromium" chromium "$2"
  assemble "$1/firefox" firefox "$2"
}

# What packs while the next module is compiled: a compiler's last step takes one processor.
packing=()

# meanwhile COMMAND...: begins to pack.
meanwhile() {
  "$@" &
  packing+=($!)
}

# pack_both MODULE SCRIPT...: begins to pack a module for content scripts, in both encodings.
pack_both() {
  meanwhile pack "$1" lowered $CONTENT_MIB "${@:2}"
  meanwhile pack "$1" wasm $CONTENT_MIB "${@:2}"
}

build() {
  local job
  need_node
  need_rust
  packer
  compile content content z
  pack_both content extension/boot.js
  compile pages pages
  meanwhile pack pages wasm $PAGES_MIB extension/boot.js
  compile popup popup z
  meanwhile pack popup wasm $CONTENT_MIB extension/boot.js
  if [[ ${1-} == --probe ]]; then
    compile probe content,probe z
    pack_both probe tests/encodings/reach.js extension/boot.js
  fi
  notices
  for job in "${packing[@]}"; do wait "$job"; done
  assemble_both dist content
  [[ ${1-} != --probe ]] || assemble_both target/probe probe
}

# build_in_haste: the extension for Firefox in target/dev/firefox, larger and slower than what ships.
build_in_haste() {
  packer
  MADE=target/dev
  TARGET=$TARGET/dev
  export CARGO_TARGET_DIR=$TARGET CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_INCREMENTAL=true
  compile content content
  compile pages pages
  compile popup popup
  pack content wasm $CONTENT_MIB extension/boot.js
  pack pages wasm $PAGES_MIB extension/boot.js
  pack popup wasm $CONTENT_MIB extension/boot.js
  notices
  assemble target/dev/fresh firefox content
  # Over what is there: the browser's loader watches the folder.
  mkdir -p target/dev/firefox
  cp -R target/dev/fresh/. target/dev/firefox
}

case ${1-help} in
help | --help | -h) sed -n '2,/^$/s/^# \{0,1\}//p' "$0" ;;
build)
  build "${@:2}"
  du -sh dist/chromium dist/firefox
  ;;
package)
  [[ -z $(git status --porcelain) ]] || fail "The sources' ZIP holds the last commit: commit what has changed first, or put it away."
  build
  node tools/package.mjs "${@:2}"
  ;;
docs)
  need_node
  node tools/docs.mjs
  [[ ${2-} == --pictures ]] || exit 0
  build
  has_browser chromium || install_browsers chromium
  node tools/pictures.mjs
  ;;
demo)
  build
  has_browser chromium || has_browser firefox || install_browsers chromium
  node tools/demo.mjs "${@:2}"
  ;;
dev)
  need_node
  need_rust
  node tools/dev.mjs
  ;;
haste) build_in_haste ;; # for dev
read)
  build
  has_browser chromium || has_browser firefox || install_browsers chromium
  node tools/read.mjs "${@:2}"
  ;;
test | bench)
  [[ $1 == bench ]] || need_lints
  build --probe
  need_browsers
  node "tools/$1.mjs" "${@:2}"
  ;;
scan)
  need_rust
  cargo build --locked --release --quiet --package scan >&2
  exec "$TARGET/release/scan" "${@:2}"
  ;;
fuzz)
  need_node
  need_rust
  has c++ || fail "libFuzzer needs a C++ compiler (the tests' short run does not): install g++ or clang."
  node tools/fuzz.mjs "${@:2}"
  ;;
audit)
  need_node
  need_rust
  cargo deny --version &>/dev/null || fail "cargo-deny is needed: cargo install --locked cargo-deny"
  need_crates
  node tools/audit.mjs "${@:2}"
  ;;
train)
  need_rust
  cargo build --locked --release --quiet --package trainer >&2
  exec "$TARGET/release/trainer" --write "${@:2}"
  ;;
*) fail "There is no command $1: ./build.sh prints those there are." ;;
esac
