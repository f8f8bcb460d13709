//! Country codes (ITU-T E.164, list of assigned codes), with the lengths of the national plans.

/// Country codes and the digits a national number has there, without its leading 0 (ITU-T E.164, national plans).
#[rustfmt::skip]
const COUNTRIES: &[(&str, usize, usize)] = &[
    ("1", 10, 10), ("7", 10, 10), ("20", 8, 10), ("27", 9, 9), ("30", 10, 10), ("31", 9, 9), ("32", 8, 9),
    ("33", 9, 9), ("34", 9, 9), ("36", 8, 9), ("39", 6, 11), ("40", 9, 9), ("41", 9, 9), ("43", 7, 13),
    ("44", 9, 10), ("45", 8, 8), ("46", 7, 10), ("47", 8, 8), ("48", 9, 9), ("49", 7, 12), ("52", 10, 10),
    ("55", 10, 11), ("60", 8, 10), ("61", 9, 9), ("62", 8, 12), ("63", 8, 10), ("64", 8, 10), ("65", 8, 8),
    ("66", 8, 9), ("81", 9, 10), ("82", 8, 10), ("84", 9, 10), ("86", 10, 11), ("90", 10, 10), ("91", 10, 10),
    ("92", 9, 10), ("212", 9, 9), ("213", 8, 9), ("216", 8, 8), ("234", 8, 10), ("254", 9, 9), ("297", 7, 7),
    ("298", 6, 6), ("350", 8, 8), ("351", 9, 9), ("352", 5, 9), ("353", 7, 9), ("354", 7, 7), ("355", 8, 9),
    ("356", 8, 8), ("357", 8, 8), ("358", 6, 10), ("359", 8, 9), ("370", 8, 8), ("371", 8, 8), ("372", 7, 8),
    ("373", 8, 8), ("377", 8, 9), ("380", 9, 9), ("381", 8, 9), ("385", 8, 9), ("386", 8, 8), ("420", 9, 9),
    ("421", 9, 9), ("423", 7, 7), ("597", 6, 7), ("599", 7, 8), ("852", 8, 8), ("886", 8, 9), ("966", 8, 9),
    ("971", 8, 9), ("972", 8, 9),
];

/// Whether digits after a plus sign are a country code and as many more as its plan allows.
pub(super) fn is_international(digits: &[u8]) -> bool {
    COUNTRIES.iter().any(|(code, fewest, most)| {
        let Some(national) = digits.strip_prefix(code.as_bytes()) else { return false };
        let national = if *code == "39" { national } else { national.strip_prefix(b"0").unwrap_or(national) };
        (*fewest..=*most).contains(&national.len()) && (*code == "39" || national.first() != Some(&b'0'))
    })
}
