//! Where things stand in the window, in CSS pixels.

use web_sys::DomRect;

/// The least distance of a surface from what it belongs to and from the window's edges.
pub(super) const GAP: f64 = 8.0;

/// The four edges of a box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edges {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Edges {
    pub(super) fn of(rect: &DomRect) -> Edges {
        Edges { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
    }

    pub(super) const fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(super) const fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// What both have in common; less than nothing wide or high where they are apart.
    pub(super) const fn meet(&self, other: &Edges) -> Edges {
        Edges {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    pub(super) fn touches(&self, other: &Edges) -> bool {
        let both = self.meet(other);
        both.width() > 0.0 && both.height() > 0.0
    }

    pub(super) fn holds(&self, left: f64, top: f64) -> bool {
        (self.left..=self.right).contains(&left) && (self.top..=self.bottom).contains(&top)
    }

    /// Whether something `width` wide fits between this box and a side of the window.
    pub(super) const fn has_room_beside(&self, width: f64, room: &Edges) -> bool {
        let needed = width + 2.0 * GAP;
        room.right - self.right >= needed || self.left - room.left >= needed
    }

    /// Left and top for a surface of this size: behind the box, before it, or else over its end, below or above `spared`.
    pub(super) fn beside(&self, spared: &Edges, size: &Edges, room: &Edges) -> (f64, f64) {
        let width = size.width();
        let (left, top) = if room.right - self.right >= width + 2.0 * GAP {
            (self.right + GAP, self.top)
        } else if self.left - room.left >= width + 2.0 * GAP {
            (self.left - GAP - width, self.top)
        } else {
            let below = spared.bottom + GAP;
            let above = spared.top - GAP - size.height();
            let fits_above = above >= room.top && below + size.height() > room.bottom;
            (self.right - width - 2.0 * GAP, if fits_above { above } else { below })
        };
        self.kept_inside(left, top, size, room)
    }

    /// The place moved as little as it takes to keep a surface inside the window.
    pub(super) const fn kept_inside(&self, left: f64, top: f64, size: &Edges, room: &Edges) -> (f64, f64) {
        (
            left.min(room.right - size.width() - GAP).max(room.left + GAP),
            top.min(room.bottom - size.height() - GAP).max(room.top + GAP),
        )
    }
}
