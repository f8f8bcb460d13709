// What a member writes in pictures.

/** What is written, by language. @type {Record<string, string[]>} */
export const LINES = {
  en: [
    "From May we work for Bakery Example: our new client!",
    "Pay the deposit to NL91 ABNA 0417 1643 00, or call me on +31 6 12345678.",
  ],
  nl: [
    "Vanaf mei werken we voor Bakkerij Voorbeeld: onze nieuwe klant!",
    "Betaal de borg op NL91 ABNA 0417 1643 00, of bel me op +31 6 12345678.",
  ],
};

/**
 * In the page: opens a composer like LinkedIn's newest, in a modal dialog.
 * @param {string[]} lines what is written in it
 */
export function compose(lines) {
  const dialog = document.createElement("dialog");
  dialog.dataset.testid = "dialog";
  dialog.style.cssText =
    "width: min(744px, 92vw); height: 60vh; border: 0; border-radius: 8px; padding: 16px; box-sizing: border-box";
  const audience = document.createElement("div");
  audience.setAttribute("role", "button");
  audience.append("Post to Anyone");
  const editor = document.createElement("div");
  editor.contentEditable = "true";
  editor.setAttribute("role", "textbox");
  editor.setAttribute("componentkey", "ShareBox_textEditor");
  editor.style.cssText = "outline: 0; margin-top: 12px";
  for (const line of lines) editor.append(Object.assign(document.createElement("p"), { textContent: line }));
  const post = Object.assign(document.createElement("button"), { type: "button", textContent: "Post" });
  post.style.cssText = "position: absolute; inset: auto 16px 16px auto; padding: 6px 16px";
  dialog.append(audience, editor, post);
  document.body.append(dialog);
  dialog.showModal();
}
