// @ts-check
// What falls on Deksel's element is heard by Deksel alone. This runs before any script of the page's, and so hears it first.
//
// A closed shadow root keeps from the page what inside it an event fell on, in the event's target and path. Elsewhere browsers tell:
// Firefox by `originalTarget`, `explicitOriginalTarget` and `rangeParent`, Chromium by the coalesced events of a moving pointer. With one
// node of its inside, a page has all of it.

/** Everything that the member can do with an element, and that the page would be told of. */
const DONE_WITH_ELEMENTS =
  `
  auxclick beforeinput blur click contextmenu copy cut dblclick drag dragend dragenter dragleave dragover
  dragstart drop focus focusin focusout gotpointercapture input keydown keypress keyup lostpointercapture
  mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup paste pointercancel pointerdown
  pointerenter pointerleave pointermove pointerout pointerover pointerrawupdate pointerup selectstart touchcancel
  touchend touchmove touchstart wheel
`.match(/\w+/g) ?? [];

// A variable of this script's own world, which no page can see: there the core says which element is ours, and what it does when that is
// pressed.
/** @type {Heard} */
const heard = {};
globalThis.heard = heard;

/** @type {(event: Event) => Event} */
const copy = (event) => Reflect.construct(event.constructor, [event.type, event]);

/** @type {(event: Event & {explicitOriginalTarget?: EventTarget | null}) => boolean} */
const leadsInside = ({ explicitOriginalTarget: node }) =>
  node instanceof Node && /** @type {Partial<ShadowRoot>} */ (node.getRootNode()).host === heard.host;

/** @param {Event} event */
function hear(event) {
  // What a page makes up falls on the element alone, and reaches nothing inside.
  if (!heard.host || !event.isTrusted) return;
  if (event.target === heard.host) {
    event.stopImmediatePropagation();
    if (event.type === "click") heard.click?.(event);
    if (event.type === "keydown") heard.keydown?.(event);
  } else if (leadsInside(event)) {
    // The mouse or the keyboard leaves something of the page's for ours: that has to hear of it, by a copy. One that is made while this
    // event is under way would lead inside as well.
    event.stopImmediatePropagation();
    const [target, made] = [event.target, copy(event)];
    setTimeout(() => target?.dispatchEvent(copy(made)));
  }
}

for (const type of DONE_WITH_ELEMENTS) globalThis.addEventListener(type, hear, { capture: true, passive: true });
