//! The report as a page: one table, without scripts, readable on paper and in the dark.

use super::{Content, Row};
use crate::detect::Kind;
use crate::wording::{Language, of_audience, of_kind, of_severity, texts};
use std::io::{self, Write};

const STYLE: &str = "
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid; padding: 0.4rem 0.8rem 0.4rem 0; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
td:first-child { white-space: nowrap; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
@media print { :root { color-scheme: light; font-size: 10pt; } body { max-width: none; margin: 0; } }
";

/// The page while it is written.
pub(super) struct Table<W> {
    output: W,
    content: Content,
    language: Language,
}

impl<W: Write> Table<W> {
    pub(super) fn begin(mut output: W, content: Content, language: Language) -> io::Result<Table<W>> {
        let say = |text: crate::wording::Text| escaped(text.in_language(language));
        let title = say(texts::REPORT_TITLE);
        writeln!(
            output,
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>",
            language.tag(),
        )?;
        let mut columns = vec![
            texts::REPORT_DATE,
            texts::REPORT_KIND,
            texts::REPORT_SEVERITY,
            texts::REPORT_AUDIENCE,
            texts::REPORT_PLACE,
        ];
        match content {
            Content::Words => columns.push(texts::REPORT_WORDS),
            Content::NoWords => writeln!(output, "<p>{}</p>", say(texts::REPORT_WITHOUT))?,
        }
        write!(output, "<table>\n<thead><tr>")?;
        for column in columns {
            write!(output, "<th scope=\"col\">{}</th>", say(column))?;
        }
        writeln!(output, "</tr></thead>\n<tbody>")?;
        Ok(Table { output, content, language })
    }

    pub(super) fn row(&mut self, kind: Kind, row: &Row<'_>) -> io::Result<()> {
        let say = |text: crate::wording::Text| escaped(text.in_language(self.language));
        let severity = of_severity(row.severity);
        let audience = of_audience(row.audience);
        let date = row.date.as_deref().and_then(|date| date.split('T').next()).unwrap_or_default();
        let place = format!("{}, {}", escaped(row.file), row.row);
        let place = row.link.map(|link| format!("<a href=\"{}\">{place}</a>", escaped(link))).unwrap_or(place);
        write!(
            self.output,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{place}</td>",
            escaped(date),
            say(of_kind(kind).0),
            say(severity),
            say(audience),
        )?;
        if self.content == Content::Words {
            // Words of any direction stay inside their cell.
            write!(self.output, "<td><bdi>{}</bdi></td>", escaped(row.words.unwrap_or_default()))?;
        }
        writeln!(self.output, "</tr>")
    }

    pub(super) fn finish(mut self, texts_read: u64, partial: bool) -> io::Result<W> {
        let read = texts::REPORT_TEXTS.with(self.language, &texts_read.to_string());
        writeln!(self.output, "</tbody>\n</table>\n<p>{}</p>", escaped(&read))?;
        if partial {
            writeln!(self.output, "<p>{}</p>", escaped(texts::REPORT_PARTIAL.in_language(self.language)))?;
        }
        writeln!(self.output, "</body>\n</html>")?;
        Ok(self.output)
    }
}

/// Text that stays text, in elements and in attributes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}
