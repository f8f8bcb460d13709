//! Compiles `src/detect/model/concepts/*.toml` and the model's weights into tables.

use crate::lexicon::{fold, folded, is_in_words};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};
use toml::Spanned;

#[path = "../model/affix.rs"]
mod affix;
#[allow(dead_code, reason = "shared with the crate, which uses all of it")]
#[path = "../model/feature.rs"]
mod feature;

use affix::{LONGEST, PREFIX, SHORTEST, SUFFIX};
use feature::{Sort, bucket, check, feature};

const FOLDER: &str = "model/concepts";
/// A concept's number fits a byte, and the shapes of words are numbered after them.
const NAMES_MAX: usize = 240;

/// Concepts of a hash by their names, and whether a phrase goes on from it.
#[derive(Default)]
struct Entry {
    concepts: BTreeSet<String>,
    goes_on: bool,
    spelled: String,
}

/// The first four letters of all beginnings, and the last four of all endings, as sets of 2^14 bits.
struct Affixes {
    beginnings: [u32; 512],
    endings: [u32; 512],
}

impl Affixes {
    fn of(entries: &BTreeMap<u32, Entry>) -> Affixes {
        let mut affixes = Affixes { beginnings: [0; 512], endings: [0; 512] };
        for entry in entries.values().filter(|entry| entry.spelled.contains('*')) {
            let letters = spell(entry.spelled.trim_matches('*')).unwrap_or_default();
            let (set, outermost) = if entry.spelled.ends_with('*') {
                (&mut affixes.beginnings, letters.as_bytes().first_chunk())
            } else {
                (&mut affixes.endings, letters.as_bytes().last_chunk())
            };
            let Some(bit) = outermost.map(|letters| affix::place(*letters)) else { continue };
            if let Some(bits) = set.get_mut((bit >> 5) as usize) {
                *bits |= 1 << (bit & 31);
            }
        }
        affixes
    }
}

/// Reads the concepts and returns the Rust source of their tables.
pub(crate) fn compile_concepts() -> Result<String, String> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut entries: BTreeMap<u32, Entry> = BTreeMap::new();
    let mut names = BTreeSet::new();
    let mut paths = BTreeSet::new();
    for file in fs::read_dir(FOLDER).map_err(|error| format!("{FOLDER}: {error}"))? {
        paths.insert(file.map_err(|error| format!("{FOLDER}: {error}"))?.path());
    }
    let mut mistakes = Vec::new();
    for path in paths {
        let shown = path.display();
        let text = fs::read_to_string(&path).map_err(|error| format!("{shown}: {error}"))?;
        let line_of = |offset| super::line_of(&text, offset);
        let lists: BTreeMap<String, Spanned<String>> = toml::from_str(&text).map_err(|error| {
            format!("{shown}:{}: {}", line_of(error.span().map_or(0, |span| span.start)), error.message())
        })?;
        for (name, list) in lists {
            for said in list.get_ref().split_whitespace() {
                if let Err(what) = add(&mut entries, &name, said) {
                    mistakes.push(format!("{shown}:{}: {what}", line_of(list.span().start)));
                }
            }
            names.insert(name);
        }
    }
    if !mistakes.is_empty() {
        return Err(mistakes.join("\n"));
    }
    source(&names.into_iter().collect::<Vec<_>>(), &entries)
}

fn add(entries: &mut BTreeMap<u32, Entry>, name: &str, said: &str) -> Result<(), String> {
    let words = said.trim_matches('*').split(['_', '-']).map(spell).collect::<Result<Vec<_>, _>>()?;
    let hash = match words.as_slice() {
        [word] if said.ends_with('*') => affix(word)? ^ PREFIX,
        [word] if said.starts_with('*') => affix(&word.chars().rev().collect::<String>())? ^ SUFFIX,
        [first, rest @ ..] if !said.contains('*') => {
            let mut hash = fold::hash(first);
            for word in rest {
                entries.entry(hash).or_default().goes_on = true;
                hash = fold::finish(hash.rotate_left(9) ^ fold::hash(word));
            }
            hash
        }
        _ => return Err(format!("`{said}`: one * may stand at one end of one word")),
    };
    let entry = entries.entry(hash).or_default();
    entry.concepts.insert(name.to_owned());
    entry.spelled = said.to_owned();
    if entry.concepts.len() > 2 {
        return Err(format!("`{said}` says more than two concepts: {:?}", entry.concepts));
    }
    Ok(())
}

fn affix(letters: &str) -> Result<u32, String> {
    if (SHORTEST..=LONGEST).contains(&letters.len()) {
        Ok(fold::hash(letters))
    } else {
        Err(format!("`{letters}` is too short or too long for a beginning or ending: {SHORTEST} to {LONGEST} letters"))
    }
}

/// A word, folded as the reader folds posts.
fn spell(word: &str) -> Result<String, String> {
    let mut spelled = String::new();
    for c in word.chars() {
        match folded(c) {
            Some(letters) if letters == "'" || is_in_words(&letters) => spelled += &letters,
            _ => return Err(format!("`{c}` in `{word}` is no letter, digit or apostrophe")),
        }
    }
    if spelled.is_empty() { Err(format!("`{word}` is no word")) } else { Ok(spelled) }
}

fn source(names: &[String], entries: &BTreeMap<u32, Entry>) -> Result<String, String> {
    let buckets = entries.len().next_power_of_two().max(2);
    let shift = 32 - buckets.trailing_zeros();
    let number = |name: &String| names.iter().position(|known| known == name).unwrap_or_default() + 1;
    if names.len() > NAMES_MAX {
        return Err(format!("{FOLDER}: {} concepts are more than {NAMES_MAX}", names.len()));
    }
    let mut starts = vec![0; buckets + 1];
    let (mut keys, mut values) = (Vec::new(), Vec::new());
    let mut seen: BTreeMap<(u32, u16), &str> = BTreeMap::new();
    for (hash, entry) in entries {
        if let Some(other) = seen.insert((hash >> shift, *hash as u16), &entry.spelled) {
            return Err(format!("`{other}` and `{}` have the same hash: leave one out", entry.spelled));
        }
        let mut concepts: Vec<usize> = entry.concepts.iter().map(number).collect();
        concepts.resize(2, 0);
        concepts.push(usize::from(entry.goes_on));
        keys.push(*hash as u16);
        values.push(concepts);
        if let Some(end) = starts.get_mut((hash >> shift) as usize + 1) {
            *end = keys.len();
        }
    }
    let mut last = 0;
    for start in &mut starts {
        last = last.max(*start);
        *start = last;
    }
    let count = keys.len();
    let Affixes { beginnings, endings } = Affixes::of(entries);
    let telling = telling(names)?;
    let hashes: Vec<u32> = std::iter::once(0).chain(names.iter().map(|name| fold::hash(name))).collect();
    Ok(format!(
        "pub(crate) const NAMES: [&str; {}] = {names:?};\n\
         pub(super) static NAME_HASHES: [u32; {}] = {hashes:?};\n\
         pub(super) const BUCKET_SHIFT: u32 = {shift};\n\
         pub(super) static BUCKETS: [u16; {}] = {starts:?};\n\
         pub(super) static KEYS: [u16; {count}] = {keys:?};\n\
         pub(super) static ENTRIES: [[u8; 3]; {count}] = {values:?};\n\
         pub(super) static BEGINNINGS: [u32; 512] = {beginnings:?};\n\
         pub(super) static ENDINGS: [u32; 512] = {endings:?};\n\
         pub(super) static TELLING: [u32; 8] = {telling:?};\n",
        names.len(),
        hashes.len(),
        starts.len(),
    ))
}

const WEIGHTS: &str = "model/weights.bin";

/// A concept speaks for a kind by itself when its weight is at least this: one.
const TELLS: i8 = 40;

/// The concepts that speak for a kind by themselves, as a set of bits.
fn telling(names: &[String]) -> Result<[u32; 8], String> {
    let bytes = fs::read(WEIGHTS).map_err(|error| format!("{WEIGHTS}: {error}"))?;
    let (_, rows) = parse_weights(&bytes).ok_or_else(cut_short)?;
    let mut telling = [0; 8];
    for (name, number) in names.iter().zip(1_usize..) {
        let row = rows.get(&feature(Sort::Concept, fold::hash(name), 0)).copied().unwrap_or_default();
        let tells = row.chunks(2).any(|pair| matches!(pair, [_, weight] if *weight as i8 >= TELLS));
        if let Some(bits) = telling.get_mut(number / 32) {
            *bits |= u32::from(tells) << (number % 32);
        }
    }
    Ok(telling)
}

fn cut_short() -> String {
    format!("{WEIGHTS} is cut short: ./build.sh train makes it anew")
}

/// Reads the weights and returns the Rust source of their tables.
///
/// `weights.bin` holds, in bytes of the little end first: the number of kinds; for each its number among all kinds (one byte), its bias
/// and its threshold (two bytes each); then for each feature its hash (four bytes), the number of its weights (one byte), and for each of
/// those the kind's place and the weight (one byte each).
pub(crate) fn compile_weights() -> Result<String, String> {
    println!("cargo::rerun-if-changed={WEIGHTS}");
    let bytes = fs::read(WEIGHTS).map_err(|error| format!("{WEIGHTS}: {error}"))?;
    weights_source(&bytes).ok_or_else(cut_short)
}

/// A kind's number among all kinds, its bias and its threshold.
type Head = (u8, i16, i16);
/// Kinds and weights by feature.
type Rows<'b> = BTreeMap<u32, &'b [u8]>;

/// What `weights.bin` holds.
fn parse_weights(bytes: &[u8]) -> Option<(Vec<Head>, Rows<'_>)> {
    let (count, mut rest) = bytes.split_first()?;
    let mut heads = Vec::new();
    for _ in 0..*count {
        let (head, after) = rest.split_first_chunk::<5>()?;
        let [kind, bias @ .., low, high] = head;
        heads.push((*kind, i16::from_le_bytes(*bias), i16::from_le_bytes([*low, *high])));
        rest = after;
    }
    let mut rows = Rows::new();
    while !rest.is_empty() {
        let (head, after) = rest.split_first_chunk::<5>()?;
        let [hash @ .., weights] = head;
        let (row, after) = after.split_at_checked(2 * usize::from(*weights))?;
        rows.insert(u32::from_le_bytes(*hash), row);
        rest = after;
    }
    Some((heads, rows))
}

fn weights_source(bytes: &[u8]) -> Option<String> {
    let (heads, rows) = parse_weights(bytes)?;
    let (mut kinds, mut rules, mut biases, mut thresholds) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (kind, bias, threshold) in heads {
        let kind = crate::lexicon::finding::Kind::ALL.get(usize::from(kind))?;
        kinds.push(format!("Kind::{kind:?}"));
        rules.push(format!("{}-model", kind.name()));
        biases.push(bias);
        thresholds.push(threshold);
    }
    let buckets = rows.len().next_power_of_two();
    let mut filled = vec![Vec::new(); buckets];
    for (feature, row) in &rows {
        let entries = row.chunks_exact(2).map(|pair| Some(u16::from_le_bytes(pair.try_into().ok()?)));
        let filled = filled.get_mut(bucket(*feature, buckets))?;
        filled.push(u16::from_le_bytes([check(*feature), (row.len() / 2) as u8]));
        filled.extend(entries.collect::<Option<Vec<_>>>()?);
    }
    let (mut starts, mut laid) = (vec![0], Vec::<u16>::new());
    for filled in &filled {
        laid.extend(filled);
        starts.push(laid.len());
    }
    let kind_count = kinds.len();
    Some(format!(
        "pub(crate) const KINDS: [Kind; {kind_count}] = [{}];\n\
         pub(crate) const RULES: [&str; {kind_count}] = {rules:?};\n\
         pub(crate) const BIASES: [i32; {kind_count}] = {biases:?};\n\
         pub(crate) const THRESHOLDS: [i32; {kind_count}] = {thresholds:?};\n\
         pub(super) const BUCKETS: usize = {buckets};\n\
         pub(super) static STARTS: [u32; {}] = {starts:?};\n\
         pub(super) static ROWS: [u16; {}] = {laid:?};\n",
        kinds.join(", "),
        starts.len(),
        laid.len(),
    ))
}
