//! What the checks let pass. All numbers are made up; another program worked out their check letters.

use super::super::trial::Trial;
use super::*;

const TRIAL: Trial = Trial {
    read: |number| number.as_bytes().to_vec(),
    strict: &[
        ("Spanish", is_spanish, &["12345678Z", "54362315K", "00000014Z", "99999997E"]),
        ("Spanish, of a foreigner", is_spanish_of_foreigner, &["X1234567L", "X5436231C", "Y0000009T", "Z9876543A"]),
        (
            "Italian",
            is_italian,
            &["RSSMRA85T10A562S", "VNKLVR68D25H501Y", "QZWXYJ03L52F205U", "ABCDEG99S41Z110U", "KMPSTU87T09L219M"],
        ),
        ("Finnish", is_finnish, &["131052308T", "250468123V", "3112999008"]),
        ("Irish", is_irish, &["1234567FA", "6433435F", "1234567TW", "7654321PA", "0987654UI"]),
        ("Corsican", is_corsican, &["168042A00432193", "203072B05098793"]),
    ],
    passing: &[
        ("Finnish, of this century", is_finnish_of_this_century, &["120703A456V", "010101A002S"]),
        (
            "German, of a pension",
            is_german_pension,
            &["15070649C103", "65250468V124", "15120703Z000", "38311299A991", "80010150K450"],
        ),
        ("British", is_british, &["AB123456A", "CE123456B", "WY999999C", "ZY000000D"]),
    ],
    refused: &[
        (
            "British, never given",
            is_british,
            &["BG123456A", "GB123456A", "KN123456A", "NK123456A", "NT123456A", "TN123456A", "ZZ123456A"],
        ),
        (
            "British, no such letter",
            is_british,
            &["DA123456A", "UA123456A", "AD123456A", "AO123456A", "AV123456A", "AB123456E"],
        ),
        ("Finnish, no such day", is_finnish, &["320468123C", "000468123R", "2513681234", "250068123M"]),
        ("Finnish, of this century, wrong check", is_finnish_of_this_century, &["120703A456W", "130703A456V"]),
        (
            "German, of a pension, wrong check",
            is_german_pension,
            &["65250468V125", "65250468W124", "66250468V124", "65250468V134"],
        ),
        ("Corsican, of the mainland", is_corsican, &["168042C00432193", "368042A00432193"]),
    ],
};

#[test]
fn what_may_be_passes_and_what_is_wrong_does_not() {
    TRIAL.holds();
}
