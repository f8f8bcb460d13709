// What the test page of the editors runs: real editors, as LinkedIn's composers hold them. esbuild puts it into one script.

import { Editor } from "@tiptap/core";
import { baseKeymap } from "@tiptap/pm/commands";
import { history, redo, undo } from "@tiptap/pm/history";
import { keymap } from "@tiptap/pm/keymap";
import { Schema } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { EditorView } from "@tiptap/pm/view";
import StarterKit from "@tiptap/starter-kit";
import Quill from "quill";

// Quill parses HTML, which LinkedIn's pages allow to a policy of their own.
/** @type {any} */ (globalThis).trustedTypes?.createPolicy("default", {
  createHTML: (/** @type {string} */ html) => html,
});

// Each change is a step of its own (less than no time, because 0 stands for the usual), so that the history does not hang on how fast somebody types.
const EACH = -1;

const schema = new Schema({
  nodes: {
    doc: { content: "paragraph+" },
    paragraph: { content: "text*", toDOM: () => ["p", 0], parseDOM: [{ tag: "p" }] },
    text: {},
  },
});

/** @type {Record<string, (place: HTMLElement) => {words: () => string, undo: () => void}>} */
const EDITORS = {
  quill: (place) => {
    const quill = new Quill(place, { modules: { toolbar: false, history: { delay: EACH, maxStack: 10_000 } } });
    quill.root.setAttribute("role", "textbox");
    return { words: () => JSON.stringify(quill.getContents()), undo: () => quill.history.undo() };
  },
  tiptap: (place) => {
    const editor = new Editor({
      element: place,
      injectCSS: false,
      extensions: [StarterKit.configure({ undoRedo: { newGroupDelay: EACH, depth: 10_000 }, link: false })],
      editorProps: { attributes: { role: "textbox", componentkey: "ShareBox_textEditor" } },
    });
    return { words: () => JSON.stringify(editor.getJSON()), undo: () => void editor.commands.undo() };
  },
  prosemirror: (place) => {
    const view = new EditorView(place, {
      state: EditorState.create({
        schema,
        plugins: [
          history({ newGroupDelay: EACH, depth: 10_000 }),
          keymap({ "Mod-z": undo, "Mod-y": redo }),
          keymap(baseKeymap),
        ],
      }),
      attributes: { role: "textbox" },
    });
    return { words: () => JSON.stringify(view.state.doc.toJSON()), undo: () => void undo(view.state, view.dispatch) };
  },
};

const place = /** @type {HTMLElement} */ (document.getElementById("place"));
const editor = EDITORS[place.dataset.editor ?? ""]?.(place);
const editable = /** @type {HTMLElement} */ (place.querySelector("[contenteditable=true]") ?? place);

/** What the tests ask. */
Reflect.set(globalThis, "editing", {
  focus: () => editable.focus(),
  /** The words and markup now, and after each step back until nothing changes any more. */
  past: () => {
    /** @type {string[]} */
    const steps = [];
    for (let now = ""; now !== steps.at(-1); ) {
      if (now) steps.push(now);
      now = `${editor?.words()} ${editable.innerHTML}`;
      editor?.undo();
    }
    return steps;
  },
  markup: () => editable.innerHTML,
});
