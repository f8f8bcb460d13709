//! The selectors of LinkedIn's two front ends, compiled from their data files.

/// CSS selectors for one fact, from exact to loose: the first that finds something decides.
pub type Chain = &'static [&'static str];

/// What has to be known of one front end to read its pages.
#[derive(Debug)]
pub struct FrontEnd {
    /// `sdui` or `ember`.
    pub name: &'static str,
    /// What a page tells about itself and the member.
    pub page: PageFacts,
    /// Where a post's facts stand.
    pub post: ItemFacts,
    /// Where a comment's facts stand.
    pub comment: ItemFacts,
    /// Where an article's facts stand.
    pub article: ItemFacts,
    /// Where the texts of a profile stand; each is a card of its own.
    pub profile: ItemFacts,
    /// Where a text stands that the member is writing.
    pub composer: ItemFacts,
}

/// What a page tells about itself and the member.
#[derive(Debug)]
pub struct PageFacts {
    /// A page made by this front end.
    pub sign: Chain,
    /// The member's own profile.
    pub own_profile: Chain,
    /// Private messages, which are never read.
    pub private: Chain,
}

/// Where the facts of one kind of item stand, inside its card. An empty chain: this front end does not tell.
#[derive(Debug)]
pub struct ItemFacts {
    /// The element around everything that belongs to the item.
    pub card: Chain,
    /// Elements that carry the item's id.
    pub id: Chain,
    /// The attribute in which they carry it.
    pub id_attribute: &'static str,
    /// Links that may be the author's.
    pub author: Chain,
    /// The name inside the author's link.
    pub author_name: Chain,
    /// The line with time and audience.
    pub byline: Chain,
    /// In the byline: anyone can read this.
    pub public_icon: Chain,
    /// In the byline: connections or a group can read this.
    pub limited_icon: Chain,
    /// The author's own words.
    pub text: Chain,
    /// Inside the words, but none of the author's.
    pub not_text: Chain,
    /// A post of somebody else's inside this one.
    pub quoted: Chain,
    /// The words of that post.
    pub quoted_text: Chain,
    /// Proof that the member at this browser is the author.
    pub own_proof: Chain,
    /// Beside the author's name: how near the author is to the member, or that it is the member.
    pub degree: Chain,
}

include!(concat!(env!("OUT_DIR"), "/selectors.rs"));
