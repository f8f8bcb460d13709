//! What a scan reports: a stretch of an item's text, what it discloses, and how sure the rule is.

use serde::{Deserialize, Serialize};
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// A stretch of text that may disclose something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it discloses.
    pub kind: Kind,
    /// First byte in the item's text (UTF-8), on a character boundary.
    pub start: usize,
    /// The byte after the last, on a character boundary.
    pub end: usize,
    /// How much harm the disclosure can do.
    pub severity: Severity,
    /// How sure the rule is, in percent.
    pub confidence: u8,
    /// The name of the rule that found it, such as `phone` or `hiring-we-seek`.
    pub rule: &'static str,
}

/// In the order of their places; of several in one place the worst first, then the surest, and one's own term before an employer's.
impl Ord for Finding {
    fn cmp(&self, other: &Finding) -> Ordering {
        let rank = |one: &Finding| (one.start, one.end, one.kind, Reverse((one.severity, one.confidence, one.rule)));
        rank(self).cmp(&rank(other))
    }
}

impl PartialOrd for Finding {
    fn partial_cmp(&self, other: &Finding) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// How much harm a disclosure can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Low,
    /// Worth a second look before it stays public.
    Medium,
    /// Can hurt somebody or the organisation.
    High,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Severity; 3] = [Severity::High, Severity::Medium, Severity::Low];

    /// Its name in data and in style sheets: `low`, `medium` or `high`.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Low => "low",
            Severity::Medium => "medium",
            Severity::High => "high",
        }
    }

    /// The severity of that name.
    pub fn of_name(name: &str) -> Option<Severity> {
        Severity::ALL.into_iter().find(|severity| severity.name() == name)
    }
}

/// Declares the kinds once: variant, name in data files, severity, what it discloses.
macro_rules! kinds {
    ($($variant:ident $name:literal $severity:ident $meaning:literal;)*) => {
        /// What a finding discloses.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Kind {
            $(#[doc = $meaning] #[serde(rename = $name)] $variant,)*
        }

        impl Kind {
            /// Every kind, in the order of the documentation.
            pub const ALL: &[Kind] = &[$(Kind::$variant,)*];

            /// The kind's name in data files and reports, such as `bank_account`.
            pub const fn name(self) -> &'static str {
                match self { $(Kind::$variant => $name,)* }
            }

            /// The kind of that name.
            pub fn of_name(name: &str) -> Option<Kind> {
                Kind::ALL.iter().copied().find(|kind| kind.name() == name)
            }

            /// The severity shown unless a rule or the member says otherwise.
            pub const fn severity(self) -> Severity {
                match self { $(Kind::$variant => Severity::$severity,)* }
            }
        }
    };
}

kinds! {
    Email "email" Medium "An e-mail address.";
    Phone "phone" Medium "A phone number.";
    BankAccount "bank_account" High "An IBAN or other account number.";
    PaymentCard "payment_card" High "A payment card's number.";
    NationalId "national_id" High "A personal number given by a state, such as the Dutch BSN.";
    TravelDocument "travel_document" High "The number of a passport, identity card or driving licence.";
    PostalAddress "postal_address" Medium "A street with house number and place, or a postcode with number.";
    LicencePlate "licence_plate" Low "A vehicle's plate.";
    BirthDate "birth_date" Medium "Somebody's date of birth.";
    OnlineId "online_id" Low "An IP or MAC address.";
    CryptoWallet "crypto_wallet" Medium "The address of a crypto wallet.";
    Secret "secret" High "A password, key, token or connection string.";
    Health "health" High "Somebody's illness, pregnancy, disability, treatment or sick leave.";
    Belief "belief" High "Somebody's religion or philosophy of life.";
    Politics "politics" High "Somebody's party, vote, political activity or opinion.";
    Union "union" High "Trade-union membership or a strike.";
    Ethnicity "ethnicity" High "Somebody's ethnic origin, skin colour or migration background.";
    Sexuality "sexuality" High "Somebody's sexual orientation, gender identity or sex life.";
    Criminal "criminal" High "Somebody's offence, conviction or suspicion.";
    Client "client" Medium "A new or named customer, a contract, a tender won or lost.";
    Insolvency "insolvency" High "Bankruptcy, suspension of payments, liquidation or serious cash trouble.";
    Launch "launch" Low "A product, feature, branch or plan that is new or not yet out.";
    Workforce "workforce" High "Dismissals, a reorganisation, a hiring stop or the closing of a site.";
    Deal "deal" High "A merger, takeover, sale or investor.";
    Finance "finance" Medium "Turnover, profit, funding, prices or budgets of the own organisation.";
    Partnership "partnership" Low "A new collaboration with a named or described party.";
    Hiring "hiring" Low "A vacancy or recruitment plan of the own organisation.";
    Confidential "confidential" High "Internal, embargoed or NDA material, or words that say so.";
    Incident "incident" High "A hack, data breach, outage, accident or recall.";
    Dispute "dispute" High "A lawsuit, claim, investigation, fine or conflict.";
    JobSearch "job_search" Medium "Looking for work, open to offers, thinking of leaving.";
    Departure "departure" Low "Leaving or starting a job, the end of a contract.";
    Pay "pay" Medium "Somebody's salary, bonus or rate.";
    Absence "absence" Low "Being away from home or office: a holiday, a trip, leave dates.";
    Child "child" High "A minor: name, age, school, photo.";
    ThirdParty "third_party" Medium "Something personal about a named or tagged other person.";
}

/// Puts findings in the order of their places. (A heap does it in a tenth of the code that a slice's own way takes.)
pub fn sort(findings: &mut Vec<Finding>) {
    if !findings.is_sorted() {
        *findings = BinaryHeap::from(std::mem::take(findings)).into_sorted_vec();
    }
}
