//! Names that only this browser can make, so that what is kept tells nobody what was ignored, or by whom.

use super::Scope;
use crate::{
    detect::{Kind, normalised},
    item::Item,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Bytes of the key.
const LENGTH: usize = 32;

/// The random key of this browser, made at install: 32 bytes.
#[derive(Clone)]
pub struct Key(Hmac<Sha256>);

impl core::fmt::Debug for Key {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str("Key")
    }
}

impl Key {
    /// The name under which the key is kept.
    pub const NAME: &str = "key";

    /// The key as it is kept, in base64; `None` for anything but 32 bytes.
    pub fn read(kept: &str) -> Option<Key> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(kept).ok()?;
        let is_whole = bytes.len() == LENGTH;
        is_whole.then(|| Hmac::new_from_slice(&bytes).ok().map(Key)).flatten()
    }

    /// The name of the member with this slug.
    pub fn member(&self, slug: &str) -> String {
        self.name(&[b"member", slug.as_bytes()])
    }

    /// The name of the disclosure of this kind in these words, as far as it is ignored. The same words have the same name in whatever case,
    /// font or accents they are written. An item without a name of LinkedIn's is known by its text.
    pub fn ignored(&self, scope: Scope, kind: Kind, quote: &str, item: &Item) -> String {
        let quote: Vec<u8> = normalised(quote).collect();
        let kind = kind.name().as_bytes();
        match scope {
            Scope::Everywhere => self.name(&[b"everywhere", kind, &quote]),
            Scope::Here => self.name(&[b"here", kind, &quote, item.id.as_ref().unwrap_or(&item.text).as_bytes()]),
        }
    }

    /// HMAC-SHA-256 (RFC 2104) over the parts, each behind its length, so that no two lists of parts run together.
    fn name(&self, parts: &[&[u8]]) -> String {
        let mut code = self.0.clone();
        for part in parts {
            code.update(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
            code.update(part);
        }
        BASE64_URL_SAFE_NO_PAD.encode(code.finalize().into_bytes())
    }
}
