//! Cutting generated text: every cut says what it expects, so that a new version of a tool fails the build
//! with a sentence and never slips something else into what ships.

use anyhow::{Context as _, Result, ensure};

/// Text written by a tool, changed in place.
pub(crate) struct Generated {
    /// Which tool wrote it, for the sentence of a failure.
    tool: &'static str,
    text: String,
}

impl Generated {
    pub(crate) fn new(tool: &'static str, text: &str) -> Self {
        Self { tool, text: text.to_owned() }
    }

    /// Makes sure of a text that is relied on.
    ///
    /// # Errors
    /// When it is not there exactly once.
    pub(crate) fn require(&self, text: &str) -> Result<()> {
        let found = self.text.matches(text).count();
        ensure!(found == 1, "{}: expected once, found {found} times: {text}", self.changed());
        Ok(())
    }

    /// Puts `new` in the place of `old`.
    ///
    /// # Errors
    /// When `old` is not there exactly once.
    pub(crate) fn replace(&mut self, old: &str, new: &str) -> Result<()> {
        self.require(old)?;
        self.text = self.text.replacen(old, new, 1);
        Ok(())
    }

    /// Puts `new` in the place of everything from `start` up to `end`; `start` goes, `end` stays.
    ///
    /// # Errors
    /// When `start` is not there exactly once, or no `end` follows it.
    pub(crate) fn replace_from(&mut self, start: &str, end: &str, new: &str) -> Result<()> {
        let (before, after) = self.split_at(start)?;
        let kept = after.find(end).and_then(|at| after.get(at..));
        let kept = kept.with_context(|| format!("{}: no {end} after {start}", self.changed()))?;
        self.text = [before, new, kept].concat();
        Ok(())
    }

    /// Puts what `new` makes of it in the place of everything from `start` up to `end`.
    ///
    /// # Errors
    /// When `start` is not there exactly once, or no `end` follows it.
    pub(crate) fn rewrite(&mut self, start: &str, end: &str, new: impl FnOnce(&str) -> String) -> Result<()> {
        let (before, after) = self.split_at(start)?;
        let (old, rest) =
            after.split_once(end).with_context(|| format!("{}: no {end} after {start}", self.changed()))?;
        self.text = [before, start, &new(old), end, rest].concat();
        Ok(())
    }

    /// Puts `new` in the place of everything from `start` on.
    ///
    /// # Errors
    /// When `start` is not there exactly once.
    pub(crate) fn replace_rest(&mut self, start: &str, new: &str) -> Result<()> {
        let (before, _) = self.split_at(start)?;
        self.text = [before, new].concat();
        Ok(())
    }

    /// Makes sure that nothing of what must not ship is left.
    ///
    /// # Errors
    /// When one of the words is still there.
    pub(crate) fn without(self, words: &[&str]) -> Result<String> {
        for word in words {
            ensure!(!self.text.contains(word), "{}: {word} is left over", self.changed());
        }
        Ok(self.text)
    }

    fn split_at(&self, start: &str) -> Result<(&str, &str)> {
        self.require(start)?;
        self.text.split_once(start).with_context(|| self.changed())
    }

    fn changed(&self) -> String {
        format!("{} writes other text than the packer knows", self.tool)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> Generated {
        Generated::new("a tool", "one (two) three (two) four")
    }

    #[test]
    fn a_cut_changes_exactly_what_it_names() {
        let mut text = text();
        text.replace("one", "1").unwrap();
        text.replace_from("three", ")", "3 (").unwrap();
        text.replace_rest(" four", " 4").unwrap();
        text.rewrite("1", "3", |between| between.replace("two", "2")).unwrap();
        assert_eq!(text.without(&["four"]).unwrap(), "1 (2) 3 () 4");
    }

    #[test]
    fn text_that_is_missing_or_there_twice_fails_with_the_name_of_the_tool() {
        for cut in ["two", "five"] {
            let sentence = text().replace(cut, "").unwrap_err().to_string();
            assert!(sentence.starts_with("a tool writes other text than the packer knows"), "{sentence}");
            assert!(text().replace_rest(cut, "").is_err());
        }
        assert!(text().replace_from("four", "five", "").is_err());
        assert!(text().rewrite("four", "five", str::to_owned).is_err());
        assert!(text().without(&["two"]).is_err());
    }
}
