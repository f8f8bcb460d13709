//! Addresses of crypto wallets.
//!
//! Format and check: base58check of Bitcoin, Litecoin, Dogecoin, Dash and Tron (version byte and the head of a double SHA-256);
//! Bech32 and Bech32m (BIP 173, BIP 350) of Bitcoin, Litecoin and Cardano; forty hexadecimal digits of Ethereum and its kin, whose
//! capitals are a check by Keccak-256 (EIP-55). Where an address has no check (hexadecimal in one case, Solana, Monero) a word about
//! wallets or payment must stand near. It cannot know whose wallet it is.

mod base58;
mod bech32;
mod keccak;
#[cfg(test)]
mod tests;

use super::{Detector, Found, Look, Trigger, context};
use crate::Kind;
use text::names::{Names, names};
use text::{Text, flag};

pub(super) const DETECTOR: Detector = Detector {
    kind: Kind::CryptoWallet,
    rule: "crypto_wallet",
    looks: &[Look { at: Trigger::Code, find }],
    #[cfg(test)]
    hits: &[
        ("Donaties: 1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"),
        ("BTC 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy graag", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"),
        ("naar bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4.", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
        ("pour les dons : bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
        (
            "taproot: bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        ),
        ("send ETH to 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
        ("Meine Wallet: 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"),
        ("tip jar (USDT): TJRabPrwbZy45sbavfcjinPJC18kjpRTv8", "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8"),
        (
            "my Solana wallet 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV1",
            "7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV1",
        ),
        (
            "XMR: 4Geb9QfXhe5f1vXHcFDnXbvcXShxAFhAxaRp1jr5Bqe3Lr2uxJXfoyRnsUSotdV9yQ739YEHkUrhwLTZvRdPbeTeFzNk2wJ",
            "4Geb9QfXhe5f1vXHcFDnXbvcXShxAFhAxaRp1jr5Bqe3Lr2uxJXfoyRnsUSotdV9yQ739YEHkUrhwLTZvRdPbeTeFzNk2wJ",
        ),
        (
            "Wie ons wil steunen kan ook iets overmaken met bitcoin, dankzij onze penningmeester. BTC:1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
            "1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
        ),
    ],
    #[cfg(test)]
    misses: &[
        "1BoatSLRHtKNngkdXEeobR76b53LETtpyU klopt niet",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed in mijn wallet",
        "commit 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "commit 5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "https://chain.example/1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
        "An example of an address: 1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
        "Sessie 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV1",
        "btc sessie-1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
        "btc 1BoatSLRHtKNngkdXEeobR76b53LETtpyT-2",
        "solana 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV0",
        "solana 7ecdhsygxxyscszyep35khn8vvw3svaukktzxwcf",
        "solana 7ECDHSYGXXYSCSZYEP35KHN8VVW3SVAUKKTZXWCF",
        "mijn wallet 0x5aaeb6053f3e94c9b9a09f33669435e7ef1bea",
        "mijn wallet 0x5zaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        "Sessie 4Geb9QfXhe5f1vXHcFDnXbvcXShxAFhAxaRp1jr5Bqe3Lr2uxJXfoyRnsUSotdV9yQ739YEHkUrhwLTZvRdPbeTeFzNk2wJ",
        "monero 5Geb9QfXhe5f1vXHcFDnXbvcXShxAFhAxaRp1jr5Bqe3Lr2uxJXfoyRnsUSotdV9yQ739YEHkUrhwLTZvRdPbeTeFzNk2wJ",
        "monero 4Geb9QfXhe5f1vXHcFDnXbvcXShxAFhAxaRp1jr5Bqe3Lr2uxJXfoyRnsUSotdV9yQ739YEHkUrhwLTZvRdPbeTeFzNk2w",
        "monero 4Geb9QfXhe5f1vXHcFDnXbvcXShxAFhAxaRp1jr5Bqe3Lr2uxJXfoyRnsUSotdV9yQ739YEHkUrhwLTZvRdPbeTeFzNk2w0",
    ],
};

/// Words about wallets and paying with them.
static WALLETS: Names = names![
    "adres" "address" "adresse" "ada" "airdrop" "bitcoin" "btc" "coin" "coins" "crypto" "doneer" "doneren" "donate" "donatie" "donaties"
    "donation" "donations" "eth" "ether" "ethereum" "ens" "fooi" "ledger" "metamask" "monero" "nft" "phantom" "polygon" "portemonnee"
    "portefeuille" "send" "sol" "solana" "spende" "spenden" "stuur" "tip" "tips" "usdc" "usdt" "wallet" "wallets" "xmr" "xrp"
];
/// Words about one chain whose addresses look like any random characters.
static SOLANA: Names = names!["sol" "solana" "phantom" "spl"];
static MONERO: Names = names!["monero" "xmr"];
/// Bytes around the address in which such a word counts.
const REACH: u32 = 60;

/// Characters of an address at least and at most.
const SHORTEST: u32 = 26;
const LONGEST: u32 = 108;

fn find(text: &Text, place: usize) -> Option<Found> {
    let word = text.words.get(place).filter(|word| (SHORTEST..=LONGEST).contains(&(word.end - word.start)))?;
    if is_joined(text, place) || is_joined(text, place + 1) {
        return None;
    }
    let address: Vec<u8> = text.spelling(word).collect();
    let near = |names| context::is_named(text, place, place, names, REACH);
    let valid = match *address {
        [b'0', b'x', ref digits @ ..] => {
            is_hexadecimal(digits) && (keccak::is_checked(digits) || (is_one_case(digits) && near(&WALLETS)))
        }
        _ => {
            base58::is_checked(&address)
                || bech32::is_checked(&address)
                || ((32..=44).contains(&address.len()) && base58::is_written(&address) && near(&SOLANA))
                || (matches!(*address, [b'4' | b'8', ..])
                    && address.len() == 95
                    && base58::is_written(&address)
                    && near(&MONERO))
        }
    };
    if !valid || context::is_documented(text, place, place) {
        return None;
    }
    Found::words(text, place, place, 97, Kind::CryptoWallet)
}

/// Whether the word is glued to the one before it as part of a longer code.
fn is_joined(text: &Text, place: usize) -> bool {
    text.words.get(place).is_some_and(|word| word.is(flag::GLUED))
        && matches!(text.gap(place), Some([b'-' | b'_' | b'/' | b'+' | b'.', 0, 0, 0]))
}

fn is_hexadecimal(digits: &[u8]) -> bool {
    digits.len() == 40 && digits.iter().all(u8::is_ascii_hexdigit)
}

fn is_one_case(digits: &[u8]) -> bool {
    !(digits.iter().any(u8::is_ascii_uppercase) && digits.iter().any(u8::is_ascii_lowercase))
}
