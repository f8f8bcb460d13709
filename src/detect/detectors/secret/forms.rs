//! The forms of tokens: what services put before them, how long they are and of which characters.
//!
//! Prefixes, lengths and alphabets are facts from the services' own documentation and from the rules of gitleaks (`gitleaks.toml`) and
//! GitHub's secret scanning. Lengths are given a little room where services have changed them.

/// What a token is made of after its prefix.
#[derive(Clone, Copy)]
pub(super) enum Alphabet {
    /// `0-9a-f`, in either case.
    Hex,
    /// Capitals and digits.
    Upper,
    /// Letters and digits.
    Alnum,
    /// Letters, digits, `_` and `-`.
    Url,
    /// Those, and the full stop.
    Dotted,
    /// Letters, digits, `+`, `/` and `=`.
    Base64,
}

impl Alphabet {
    pub(super) fn has(self, byte: u8) -> bool {
        match self {
            Alphabet::Hex => byte.is_ascii_hexdigit(),
            Alphabet::Upper => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
            Alphabet::Alnum => byte.is_ascii_alphanumeric(),
            Alphabet::Url => byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
            Alphabet::Dotted => byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'),
            Alphabet::Base64 => byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='),
        }
    }
}

/// How the tokens of a service are written.
pub(super) struct Form {
    pub(super) prefix: &'static [u8],
    /// Fewest and most characters after the prefix.
    pub(super) fewest: u16,
    pub(super) most: u16,
    pub(super) alphabet: Alphabet,
}

macro_rules! forms {
    ($($service:literal: $($prefix:literal $fewest:literal $most:literal $alphabet:ident),+;)*) => {
        /// Every form, with the service it is of.
        pub(super) static FORMS: &[Form] = &[$($(Form {
            prefix: $prefix.as_bytes(), fewest: $fewest, most: $most, alphabet: Alphabet::$alphabet,
        }),+),*];

        /// The services, for the count.
        #[cfg(test)]
        const SERVICES: &[&str] = &[$($service),*];
    };
}

forms! {
    "1Password": "ops_eyJ" 100 2000 Base64, "A3-" 30 40 Url;
    "Adobe": "p8e-" 32 32 Alnum;
    "age": "AGE-SECRET-KEY-1" 58 58 Upper;
    "Airtable": "pat" 79 79 Dotted;
    "Alibaba Cloud": "LTAI" 12 20 Alnum;
    "Amazon Web Services": "AKIA" 16 16 Upper, "ASIA" 16 16 Upper, "ABIA" 16 16 Upper, "ACCA" 16 16 Upper, "ABSK" 109 160 Base64;
    "Anthropic": "sk-ant-" 20 120 Url;
    "Apify": "apify_api_" 30 40 Alnum;
    "Artifactory": "AKCp" 60 80 Alnum, "cmVmd" 59 59 Alnum;
    "Asana": "1/1" 40 60 Alnum;
    "Atlassian": "ATATT3" 100 250 Url, "ATCTT3" 100 250 Url, "ATBB" 32 40 Alnum;
    "Azure DevOps": "AZDO" 40 80 Alnum;
    "Bitwarden": "0.bw" 40 80 Dotted;
    "Brevo": "xkeysib-" 60 90 Url, "xsmtpsib-" 60 90 Url;
    "Buildkite": "bkua_" 40 40 Alnum;
    "Cerebras": "csk-" 40 60 Alnum;
    "CircleCI": "CCIPAT_" 40 80 Url;
    "Clerk": "sk_live_" 20 100 Alnum, "sk_test_" 20 100 Alnum;
    "ClickHouse": "4b1d" 38 38 Alnum;
    "Clojars": "CLOJARS_" 60 60 Alnum;
    "Cloudflare": "v1.0-" 150 190 Url;
    "Cloudinary": "cloudinary://" 20 80 Dotted;
    "Contentful": "CFPAT-" 40 50 Url;
    "crates.io": "cio" 32 32 Alnum;
    "Databricks": "dapi" 32 34 Hex, "dkea" 32 32 Hex;
    "Datadog": "ddapp_" 30 50 Alnum;
    "Deno Deploy": "ddp_" 36 40 Alnum, "ddw_" 36 40 Alnum;
    "DigitalOcean": "dop_v1_" 64 64 Hex, "doo_v1_" 64 64 Hex, "dor_v1_" 64 64 Hex;
    "Docker Hub": "dckr_pat_" 27 32 Url, "dckr_oat_" 27 40 Url;
    "Doppler": "dp.pt." 40 44 Alnum, "dp.st." 40 60 Dotted, "dp.ct." 40 44 Alnum;
    "Dropbox": "sl." 100 1200 Url;
    "Duffel": "duffel_live_" 40 50 Url, "duffel_test_" 40 50 Url;
    "Dynatrace": "dt0c01." 80 100 Dotted, "dt0s16." 80 100 Dotted;
    "EasyPost": "EZAK" 54 54 Alnum, "EZTK" 54 54 Alnum;
    "ElevenLabs": "sk_" 48 48 Hex;
    "Facebook": "EAAC" 90 300 Alnum, "EAAM" 90 300 Alnum, "EAAG" 90 300 Alnum;
    "Figma": "figd_" 40 50 Url, "figo_" 40 50 Url;
    "Fireworks": "fw_" 24 32 Alnum;
    "Flutterwave": "FLWSECK" 13 40 Url;
    "Fly.io": "fo1_" 43 43 Url, "fm2_" 100 1500 Base64, "FlyV1" 100 1500 Base64;
    "Frame.io": "fio-u-" 64 64 Url;
    "GitHub": "ghp_" 36 40 Alnum, "gho_" 36 40 Alnum, "ghu_" 36 40 Alnum, "ghs_" 36 40 Alnum, "ghr_" 36 80 Alnum,
        "github_pat_" 50 100 Url;
    "GitLab": "glpat-" 20 60 Dotted, "gldt-" 20 40 Url, "glrt-" 20 60 Dotted, "glcbt-" 20 50 Url, "glptt-" 20 50 Url,
        "glsoat-" 20 40 Url, "glagent-" 40 60 Url, "glft-" 20 40 Url, "GR1348941" 20 20 Url;
    "Google": "AIza" 35 35 Url, "GOCSPX-" 28 28 Url, "ya29." 40 400 Dotted, "1//0" 40 120 Url;
    "Grafana": "glc_" 30 400 Base64, "glsa_" 40 44 Url, "eyJrIjoi" 60 400 Base64;
    "Groq": "gsk_" 48 56 Alnum;
    "HashiCorp Vault": "hvs." 24 120 Url, "hvb." 100 300 Url, "hvr." 24 120 Url;
    "HashiCorp Terraform": "atlasv1." 60 70 Url;
    "Harness": "pat." 50 90 Dotted, "sat." 50 90 Dotted;
    "Heroku": "HRKU-" 36 70 Url;
    "HubSpot": "pat-na1-" 36 36 Url, "pat-eu1-" 36 36 Url;
    "Hugging Face": "hf_" 34 40 Alnum, "api_org_" 34 40 Alnum;
    "Infracost": "ico-" 32 32 Alnum;
    "Instagram": "IGQV" 80 300 Url, "IGQW" 80 300 Url;
    "Intra42": "s-s4t2ud-" 64 64 Hex, "s-s4t2af-" 64 64 Hex;
    "LangSmith": "lsv2_pt_" 40 60 Url, "lsv2_sk_" 40 60 Url;
    "Linear": "lin_api_" 40 40 Alnum, "lin_oauth_" 60 70 Alnum;
    "LaunchDarkly": "sdk-" 36 36 Url, "api-" 36 36 Url;
    "Lob": "live_pub_" 31 31 Hex, "test_pub_" 31 31 Hex;
    "Mailgun": "key-" 32 32 Hex, "pubkey-" 32 32 Hex;
    "Mailjet": "mj-" 32 64 Hex;
    "Mapbox": "sk.eyJ" 60 120 Dotted, "pk.eyJ" 60 120 Dotted;
    "Meta WhatsApp": "EAAJ" 90 300 Alnum;
    "Mistral": "mistral-" 32 40 Alnum;
    "Mollie": "live_" 30 30 Alnum, "access_" 30 40 Alnum;
    "MongoDB Atlas": "mdb_sa_sk_" 30 50 Url;
    "Netlify": "nfp_" 36 44 Alnum, "nfc_" 36 44 Alnum;
    "New Relic": "NRAK-" 27 27 Upper, "NRII-" 32 32 Url, "NRJS-" 19 19 Hex, "NRBR-" 19 40 Hex;
    "Notion": "ntn_" 40 50 Alnum, "secret_" 43 43 Alnum;
    "npm": "npm_" 36 36 Alnum;
    "NuGet": "oy2" 43 43 Alnum;
    "NVIDIA": "nvapi-" 60 70 Url;
    "Octopus Deploy": "API-" 26 32 Upper;
    "OpenAI": "sk-proj-" 40 200 Url, "sk-svcacct-" 40 200 Url, "sk-admin-" 40 200 Url, "sk-" 20 160 Url;
    "OpenRouter": "sk-or-v1-" 64 64 Hex;
    "OpenShift": "sha256~" 43 43 Url;
    "Perplexity": "pplx-" 40 60 Alnum;
    "Pinecone": "pcsk_" 60 80 Url;
    "Plaid": "access-production-" 36 36 Url, "access-sandbox-" 36 36 Url;
    "PlanetScale": "pscale_tkn_" 32 64 Dotted, "pscale_pw_" 32 64 Dotted, "pscale_oauth_" 32 64 Dotted;
    "PostHog": "phx_" 40 50 Alnum, "phc_" 40 50 Alnum;
    "Postman": "PMAK-" 59 59 Url;
    "Prefect": "pnu_" 36 36 Alnum;
    "Pulumi": "pul-" 40 40 Hex;
    "PyPI": "pypi-AgEI" 50 300 Url;
    "Railway": "railway_" 36 50 Url;
    "ReadMe": "rdme_" 60 80 Alnum;
    "Render": "rnd_" 28 40 Alnum;
    "Replicate": "r8_" 37 40 Alnum;
    "Resend": "re_" 30 40 Url;
    "RubyGems": "rubygems_" 48 48 Hex;
    "Scalingo": "tk-us-" 48 48 Url;
    "Segment": "sgp_" 40 64 Url;
    "SendGrid": "SG." 60 72 Dotted;
    "Sentry": "sntrys_" 60 400 Base64, "sntryu_" 64 64 Hex;
    "SettleMint": "sm_aat_" 16 16 Alnum, "sm_pat_" 16 16 Alnum, "sm_sat_" 16 16 Alnum;
    "Shippo": "shippo_live_" 40 40 Hex, "shippo_test_" 40 40 Hex;
    "Shopify": "shpat_" 32 32 Hex, "shpca_" 32 32 Hex, "shppa_" 32 32 Hex, "shpss_" 32 32 Hex, "shptka_" 32 32 Hex;
    "Slack": "xoxb-" 16 80 Url, "xoxp-" 16 120 Url, "xoxa-" 16 80 Url, "xoxr-" 16 80 Url, "xoxs-" 16 120 Url, "xoxo-" 16 120 Url,
        "xoxc-" 16 120 Url, "xoxd-" 16 300 Url, "xoxe-" 16 200 Url, "xoxe.xox" 20 220 Url, "xapp-" 30 120 Url;
    "SonarQube": "sqp_" 40 40 Hex, "squ_" 40 40 Hex, "sqa_" 40 40 Hex;
    "Square": "sq0atp-" 22 22 Url, "sq0csp-" 43 43 Url, "sq0idp-" 22 22 Url, "EAAA" 60 60 Url;
    "Stripe": "rk_live_" 20 110 Alnum, "rk_test_" 20 110 Alnum, "sk_prod_" 20 110 Alnum, "whsec_" 32 40 Alnum;
    "Supabase": "sbp_" 40 40 Hex, "sb_secret_" 20 60 Url;
    "Tailscale": "tskey-" 20 80 Url;
    "Tavily": "tvly-" 28 50 Url;
    "Tencent Cloud": "AKID" 32 32 Alnum;
    "Twilio": "SK" 32 32 Hex;
    "Typeform": "tfp_" 40 70 Dotted;
    "Vercel": "vercel_" 24 40 Alnum, "vcp_" 40 60 Alnum, "vck_" 40 60 Alnum;
    "Weights & Biases": "wandb_v1_" 40 90 Url;
    "xAI": "xai-" 60 90 Alnum;
    "Yandex": "AQVN" 35 38 Url, "t1." 80 250 Dotted, "YCAJ" 20 40 Url;
    "Zapier": "zpka_" 40 60 Url;
    "Zuplo": "zpka-" 40 60 Url;
}

/// One bit for the two bytes that a form begins with: nearly every place in a text is turned away by it.
static FILTER: [u32; 64] = {
    let mut filter = [0; 64];
    let mut rest = FORMS;
    while let [form, tail @ ..] = rest {
        if let [one, two, ..] = form.prefix {
            set(&mut filter, slot(*one, *two));
        }
        rest = tail;
    }
    filter
};

#[expect(clippy::indexing_slicing, reason = "the compiler evaluates it, and the place is below 64")]
const fn set(filter: &mut [u32; 64], slot: u32) {
    filter[(slot >> 5) as usize] |= 1 << (slot & 31);
}

/// Which of 2,048 bits two bytes have.
const fn slot(one: u8, two: u8) -> u32 {
    (one as u32 * 37 + two as u32 * 5) & 2_047
}

/// Whether a form may begin with these bytes.
pub(super) fn may_begin(rest: &[u8]) -> bool {
    let [one, two, ..] = rest else { return false };
    let slot = slot(*one, *two);
    FILTER.get((slot >> 5) as usize).is_some_and(|bits| bits >> (slot & 31) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::SERVICES;
    use std::collections::BTreeSet;

    #[test]
    fn at_least_eighty_services_are_known() {
        let services: BTreeSet<_> = SERVICES.iter().collect();
        assert!(services.len() >= 80 && services.len() == SERVICES.len());
    }
}
