//! What the checks let pass: addresses of a made-up hash, worked out by another program, and published examples of EIP-55.

use super::{base58, bech32, keccak};

/// A check, and addresses.
type Case = (fn(&[u8]) -> bool, &'static [&'static str]);

/// Addresses that pass: one of each chain.
const PASSING: &[Case] = &[
    (
        base58::is_checked,
        &[
            "1CioZmx4tYCsdnyW3xk1pp7UGpyHw58Hm2",
            "3DQpVKSWSSXFixfwB4QcFSUQRMG1WvqVZ5",
            "7e8TKWigFRctijCtSg57apU4Lu6PPvmZNz",
            "A4A5EAWQWWQ9dL3QbC52Va6n7ve3ffVGow",
            "DGru72tiBx7AAoA6nYjaNaH59xhbJE91uj",
            "LWwkpzFtyCSvtbffE6jK6qBEV3La8Lt4y7",
            "MKcxoCrUPZNgXTwqGwPx55iok3rTaB4FWR",
            "TMh1ZqKo3GKpny38eEPjLxocBcicBnbFBZ",
            "XnQeQ2bxrFRTnja5ur4EgLoG7AYz4rVfoq",
        ],
    ),
    (
        bech32::is_checked,
        &[
            "bc1qq30z5w4znx03xxfwumg0suhs295w5dyf0d6llk",
            "bc1qq30z5w4znx03xxfwumg0suhs295w5dyf632n65",
            "tb1qq30z5w4znx03xxfwumg0suhs295w5dyf9tpvy9",
            "ltc1qq30z5w4znx03xxfwumg0suhs295w5dyft3qm8x",
            "addr1qq30z5w4znx03xxfwumg0suhs295w5dyfd7sj7k",
            "cosmos1qq30z5w4znx03xxfwumg0suhs295w5dyfjxxzmt",
        ],
    ),
    (
        keccak::is_checked,
        &[
            "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
            "dbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
            "D1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
        ],
    ),
];

/// Right but for one thing: a chain that is not known, no such version, neither of the two checks.
const REFUSED: &[Case] = &[
    (
        base58::is_checked,
        &[
            "c4QYtFMbifkTE7b5P5LJwPFuLEEhCF5eL",
            "CUBh8pJ8mbBQXvsvji4wQKjVtxBhvfbZrn",
            "msEkrq33hZe8QuT7mXiPejKo8pZzvs7yFE",
            "2mouceTxXwYNJBKXbHwgHUnX5mTfqEaxxJb",
            "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
        ],
    ),
    (
        bech32::is_checked,
        &[
            "bt1qq30z5w4znx03xxfwumg0suhs295w5dyf6ussz3",
            "doge1qq30z5w4znx03xxfwumg0suhs295w5dyfvh4k5n",
            "bc1qq30z5w4znx03xxfwumg0suhs295w5dyf0d6ll4",
            "Bc1qq30z5w4znx03xxfwumg0suhs295w5dyf0d6llk",
        ],
    ),
    (keccak::is_checked, &["5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED"]),
];

#[test]
fn an_address_with_one_wrong_character_does_not_pass() {
    for (check, addresses) in PASSING {
        for address in *addresses {
            assert!(check(address.as_bytes()), "{address}");
            for place in 0..address.len() {
                for other in *b"2aZ" {
                    let mut wrong = address.as_bytes().to_vec();
                    wrong[place] = other;
                    assert!(wrong == address.as_bytes() || !check(&wrong), "{address} at {place}");
                }
            }
        }
    }
}

#[test]
fn a_capital_too_many_or_too_few_does_not_pass() {
    let (check, addresses) = PASSING[2];
    for address in addresses {
        for place in (0..address.len()).filter(|place| address.as_bytes()[*place].is_ascii_alphabetic()) {
            let mut wrong = address.as_bytes().to_vec();
            wrong[place] ^= 32;
            assert!(!check(&wrong), "{address} at {place}");
        }
    }
}

#[test]
fn what_is_written_in_capitals_throughout_passes_in_bech32() {
    assert!(bech32::is_checked(b"BC1QQ30Z5W4ZNX03XXFWUMG0SUHS295W5DYF0D6LLK"));
}

#[test]
fn other_chains_versions_and_checks_do_not_pass() {
    for (check, addresses) in REFUSED {
        addresses.iter().for_each(|address| assert!(!check(address.as_bytes()), "{address}"));
    }
}
