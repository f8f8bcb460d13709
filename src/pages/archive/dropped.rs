//! Files that were chosen in a field or dropped on the page, those in dropped folders too.

use super::message::Chosen;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

/// More files than any copy holds; a whole disk is not walked through.
const FILES_MAX: usize = 30_000;

/// The files of a field; those of a folder by their paths in it.
pub(super) fn in_field(files: &FileList) -> Vec<Chosen> {
    let files = (0..files.length()).filter_map(|place| files.item(place));
    files
        .map(|file| {
            let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
            let name = path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name());
            Chosen { name, file }
        })
        .collect()
}

/// The files that were dropped, and those in folders. To be called in the turn of the drop, after which browsers forget it.
pub(super) fn files_of(dropped: &DataTransfer) -> impl Future<Output = Vec<Chosen>> + use<> {
    let entries = entries(dropped);
    // What a page made, and not a hand, has files and no entries.
    let files = if entries.is_empty() { dropped.files() } else { None };
    async move {
        match files {
            Some(files) => in_field(&files),
            None => files_in(entries).await,
        }
    }
}

fn entries(dropped: &DataTransfer) -> Vec<FileSystemEntry> {
    let items = dropped.items();
    let items = (0..items.length()).filter_map(|place| items.get(place));
    items.filter_map(|item| item.webkit_get_as_entry().ok().flatten()).collect()
}

/// The files among entries and in their folders, in the order of their paths.
async fn files_in(mut entries: Vec<FileSystemEntry>) -> Vec<Chosen> {
    let mut files = Vec::new();
    while let Some(entry) = entries.pop() {
        if files.len() >= FILES_MAX {
            break;
        }
        // What the browser cannot read is as if it had not been dropped.
        if entry.is_file() {
            files.extend(file_of(&entry).await.ok());
        } else if let Ok(inside) = inside(entry.unchecked_ref()).await {
            entries.extend(inside);
        }
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

async fn file_of(entry: &FileSystemEntry) -> Result<Chosen, JsValue> {
    let entry: &FileSystemFileEntry = entry.unchecked_ref();
    let file = answer(|done, failed| entry.file_with_callback_and_callback(done, failed)).await?;
    let name = entry.full_path().trim_start_matches('/').to_owned();
    Ok(Chosen { name, file: file.unchecked_into::<File>() })
}

async fn inside(folder: &FileSystemDirectoryEntry) -> Result<Vec<FileSystemEntry>, JsValue> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    // Browsers hand out some hundred at a time, and in the end none.
    loop {
        let some = answer(|done, failed| _ = reader.read_entries_with_callback_and_callback(done, failed)).await?;
        let some: Array = some.unchecked_into();
        if some.length() == 0 {
            return Ok(entries);
        }
        entries.extend(some.iter().map(|entry| entry.unchecked_into::<FileSystemEntry>()));
    }
}

/// The answer of a function that calls one of two others.
async fn answer(ask: impl Fn(&Function, &Function)) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut |done, failed| ask(&done, &failed))).await
}
