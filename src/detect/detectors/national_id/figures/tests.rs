//! What the checks let pass. All numbers are made up; another program worked out their check digits.

use super::super::trial::Trial;
use super::*;

const TRIAL: Trial = Trial {
    read: |number| number.bytes().map(|digit| digit - b'0').collect(),
    strict: &[
        ("Dutch", is_dutch, &["111222333", "102345004", "102347712", "009876005"]),
        ("German", is_german, &["65123407801", "65123417083", "65123400078", "86095742719"]),
        (
            "French",
            is_french,
            &[
                "185119304818867",
                "299209304852808",
                "131309304834646",
                "142429304866460",
                "250509304816056",
                "276999304822682",
                "380019304874577",
                "481129304816357",
                "799079304869958",
                "850129304815031",
                "185047800606297",
                "185047800606101",
            ],
        ),
        ("Polish", is_polish, &["44051401359", "68042512347", "03311223461", "99293103457"]),
        ("Portuguese", is_portuguese, &["123456789", "134567803", "203456769"]),
        ("NHS", is_nhs, &["9434765919", "4505501248", "4505505979", "9087654340"]),
        ("Swedish", is_swedish, &["8112189876", "6804251236", "0307912345", "9901610346"]),
        ("Norwegian", is_norwegian, &["15108695088", "25046812320", "71090350042", "31129940053"]),
        ("Austrian", is_austrian, &["1237010180", "2358250468", "4569311303", "7560011500"]),
        ("Swiss", is_swiss, &["7569217076985", "7561234567897", "7561234568757"]),
    ],
    passing: &[
        ("Belgian, born before 2000", is_belgian, &["85073003328", "68042500027", "68042500522", "71091106097"]),
        ("Belgian, born later", is_belgian, &["03071200072", "03071204527", "04091104097"]),
        ("Belgian, month or day unknown", is_belgian, &["68242500070", "03471200061", "68000000070"]),
        ("Portuguese, without rest or with one", is_portuguese, &["203456750", "300456760", "404567800"]),
        ("Swedish, with the century", is_swedish_in_full, &["198112189876", "180307912345", "206804251236"]),
        ("Danish", is_danish, &["0101000000", "3112999999", "0707614285"]),
        ("American", is_american, &["001010001", "665990001", "667010001", "899019999"]),
        (
            "French without key",
            is_french_without_key,
            &["1010100000000", "2001200000000", "8003000000000", "4004200000000"],
        ),
        ("French without key, month unknown", is_french_without_key, &["3005000000000", "7009900000000"]),
    ],
    refused: &[
        ("Dutch, of nothing", is_dutch, &["000000000"]),
        (
            "Belgian, wrong check",
            is_belgian,
            &["85073003329", "68042500026", "03071200071", "71091106000", "04091104000"],
        ),
        ("Belgian, no such day", is_belgian, &["68043200011", "68133100007"]),
        ("German, beginning with 0", is_german, &["05123407800"]),
        ("German, every digit once", is_german, &["10234567898"]),
        ("German, two digits twice, one four times", is_german, &["65123444554", "65123444407"]),
        (
            "French, no such month",
            is_french_without_key,
            &["1010000000000", "1011300000000", "1011900000000", "1012100000000"],
        ),
        ("French, no such month either", is_french_without_key, &["1012900000000", "1014300000000", "1014900000000"]),
        (
            "French, no such sex",
            is_french_without_key,
            &["0010100000000", "5010100000000", "6010100000000", "9010100000000"],
        ),
        ("Polish, no such day", is_polish, &["68001312357", "68043212345"]),
        ("Swedish, no such day", is_swedish, &["6804321237", "6813251235"]),
        ("Norwegian, no such day", is_norwegian, &["32046812394", "25136812389", "40046812397"]),
        ("Austrian, no such day", is_austrian, &["2342320468", "2347251668", "2344000468"]),
        ("Swiss, of another country", is_swiss, &["7571234567896"]),
        ("Portuguese, of a firm", is_portuguese, &["501234500", "000000000"]),
        ("Swedish in full, of another age", is_swedish_in_full, &["178112189876", "218112189876"]),
        ("Danish, no such day", is_danish, &["0001000000", "3201000000", "0100000000", "0113000000"]),
        ("American, never given", is_american, &["000010001", "666010001", "900010001", "001000001", "001010000"]),
    ],
};

#[test]
fn what_may_be_passes_and_what_is_wrong_does_not() {
    TRIAL.holds();
}
