//! The selectors of LinkedIn's two front ends, compiled from their data files.

/// What has to be known of one front end to read its posts: for each fact a chain of CSS selectors, from exact to loose.
#[derive(Debug)]
pub struct FrontEnd {
    /// `sdui` or `ember`.
    pub name: &'static str,
    /// Tells that a page is made by this front end.
    pub sign: &'static [&'static str],
    /// A card: one post with everything that belongs to it.
    pub card: &'static [&'static str],
    /// Elements that carry the post's id.
    pub id: &'static [&'static str],
    /// The attribute in which [`FrontEnd::id`] carries it.
    pub id_attribute: &'static str,
    /// Links that may be the author's.
    pub author: &'static [&'static str],
    /// The name inside the author's link.
    pub author_name: &'static [&'static str],
    /// The line with time and audience.
    pub byline: &'static [&'static str],
    /// In the byline: anyone can read this.
    pub public_icon: &'static [&'static str],
    /// In the byline: an icon that tells some audience.
    pub audience_icon: &'static [&'static str],
    /// The author's own words.
    pub text: &'static [&'static str],
    /// Inside the text, but no words of the author's.
    pub not_text: &'static [&'static str],
    /// In the card: proof that the member at this browser is the author.
    pub own_proof: &'static [&'static str],
    /// On the page: the member's own profile.
    pub own_profile: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/selectors.rs"));
