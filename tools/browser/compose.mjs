// What a member writes in pictures.

/** In the page: opens a composer like LinkedIn's newest, in a modal dialog. */
export function compose() {
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
  for (const line of [
    "From May we work for Bakery Example: our new client!",
    "Pay the deposit to NL91 ABNA 0417 1643 00, or call me on +31 6 12345678.",
  ])
    editor.append(Object.assign(document.createElement("p"), { textContent: line }));
  const post = Object.assign(document.createElement("button"), { type: "button", textContent: "Post" });
  post.style.cssText = "position: absolute; inset: auto 16px 16px auto; padding: 6px 16px";
  dialog.append(audience, editor, post);
  document.body.append(dialog);
  dialog.showModal();
}
