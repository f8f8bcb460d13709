//! Where on LinkedIn the member is, told from the address alone.

use crate::detect::lower_case;
use percent_encoding::percent_decode_str;

/// LinkedIn's page with the switch for training content-generating AI.
pub const SETTING_PAGE: &str = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement";

/// The page on which members ask for a copy of their data.
pub const EXPORT_PAGE: &str = "https://www.linkedin.com/mypreferences/d/download-my-data";

/// LinkedIn's form for objecting to processing that rests on legitimate interests.
pub const OBJECTION_FORM: &str = "https://www.linkedin.com/help/linkedin/ask/TS-DPRO";

/// A part of LinkedIn that Deksel treats in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The page with the AI setting's switch.
    Setting,
    /// The list of privacy settings, on which the AI setting is a row.
    SettingList,
    /// The form for objecting.
    ObjectionForm,
    /// Private messages: never read.
    Messaging,
    /// Somebody's profile.
    Profile {
        /// Whose.
        slug: String,
        /// The address says that it is the member's own.
        own: bool,
    },
    /// An article on a page of its own.
    Article,
    /// A page on which posts are normal: the feed, a post, somebody's activity.
    Posts,
    /// Any other page; posts are read there when there are any.
    Elsewhere,
}

impl Place {
    /// Tells the place from an address's path and query.
    pub fn of(path: &str, query: &str) -> Place {
        let path = path.strip_prefix("/preload").unwrap_or(path);
        let starts =
            |prefix: &str| path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let ends = |suffix: &str| path.trim_end_matches('/').ends_with(suffix);
        if ends("/settings/data-for-ai-improvement") {
            Place::Setting
        } else if ends("/categories/privacy") {
            Place::SettingList
        } else if starts("/help/linkedin/ask/TS-DPRO") {
            Place::ObjectionForm
        } else if starts("/messaging") {
            Place::Messaging
        } else if starts("/pulse") {
            Place::Article
        } else if starts("/feed") || starts("/posts") || path.contains("/recent-activity") || ends("/posts") {
            Place::Posts
        } else if let Some(slug) = profile_slug(path, "in") {
            Place::Profile { slug, own: query.contains("isSelfProfile=true") }
        } else {
            Place::Elsewhere
        }
    }
}

/// The slug of the profile or page that a link leads to: percent-decoded, in lower case, and never `me`.
///
/// `section` is `in`, `company` or `school`. Works on relative and on full addresses.
pub fn profile_slug(href: &str, section: &str) -> Option<String> {
    let path = match href.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?.1,
        None => href.strip_prefix('/')?,
    };
    let rest = path.strip_prefix(section)?.strip_prefix('/')?;
    let slug = rest.split(['/', '?', '#']).next()?;
    let slug = lower_case(&percent_decode_str(slug).decode_utf8().ok()?);
    (!slug.is_empty() && slug != "me").then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_tells_the_place() {
        for (path, place) in [
            ("/feed/", Place::Posts),
            ("/preload/feed/", Place::Posts),
            ("/feed/update/urn:li:activity:1/", Place::Posts),
            ("/in/ada/recent-activity/all/", Place::Posts),
            ("/mypreferences/d/settings/data-for-ai-improvement", Place::Setting),
            ("/mypreferences/d/settings/data-for-ai-improvement/", Place::Setting),
            ("/mypreferences/d/categories/privacy", Place::SettingList),
            ("/help/linkedin/ask/TS-DPRO", Place::ObjectionForm),
            ("/help/linkedin/ask/TS-DPRO/", Place::ObjectionForm),
            ("/help/linkedin/answer/a1", Place::Elsewhere),
            ("/messaging/thread/2/", Place::Messaging),
            ("/pulse/an-invented-article/", Place::Article),
            ("/company/an-invented-firm/posts/", Place::Posts),
            ("/in/Ada/", Place::Profile { slug: "ada".into(), own: false }),
            ("/feedback/", Place::Elsewhere),
            ("/", Place::Elsewhere),
        ] {
            assert_eq!(Place::of(path, ""), place, "{path}");
        }
    }

    #[test]
    fn the_member_s_own_profile_says_so() {
        let own = Place::Profile { slug: "ada".into(), own: true };
        assert_eq!(Place::of("/in/ada/", "?isSelfProfile=true"), own);
    }

    #[test]
    fn a_link_tells_whose_profile_it_is() {
        for (href, slug) in [
            ("https://www.linkedin.com/in/Ada-Voorbeeld/", Some("ada-voorbeeld")),
            ("/in/ada?miniProfileUrn=urn%3Ali", Some("ada")),
            ("/in/jos%C3%A9-v/", Some("josé-v")),
            ("/in/me/", None),
            ("/in/", None),
            ("/company/in/ada/", None),
            ("/in/%ff/", None),
            ("in/ada", None),
        ] {
            assert_eq!(profile_slug(href, "in").as_deref(), slug, "{href}");
        }
    }
}
