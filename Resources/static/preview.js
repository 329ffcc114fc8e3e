// The text of an article beside a link to it: a[data-article] names the article's own address.

const texts = new Map();
let box = null;
let link = null;
let timer = 0;

function text(address) {
  if (!texts.has(address)) {
    const answer = fetch(`${address}/preview`, { credentials: "same-origin" })
      .then((response) => (response.ok && !response.redirected ? response.text() : ""))
      .catch(() => "");
    texts.set(address, answer);
  }
  return texts.get(address);
}

function makeBox() {
  const made = document.createElement("div");
  made.id = "article-preview";
  made.className = "article-preview";
  made.setAttribute("role", "tooltip");
  made.popover = "manual";
  made.addEventListener("pointerenter", () => clearTimeout(timer));
  made.addEventListener("pointerleave", leave);
  document.body.append(made);
  return made;
}

async function show(target) {
  const markup = await text(target.dataset.article);
  // Somebody may have gone on meanwhile.
  if (!markup || link !== target) return;
  box ??= makeBox();
  box.innerHTML = markup;
  target.setAttribute("aria-describedby", box.id);
  box.showPopover();
  place(target);
}

// Below the link where there is room, otherwise above it; never beyond the window.
function place(target) {
  const anchor = target.getClientRects()[0] ?? target.getBoundingClientRect();
  const left = Math.max(8, Math.min(anchor.left, innerWidth - box.offsetWidth - 8));
  const below = anchor.bottom + 6;
  const top = below + box.offsetHeight < innerHeight ? below : Math.max(8, anchor.top - box.offsetHeight - 6);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

function hide() {
  clearTimeout(timer);
  link?.removeAttribute("aria-describedby");
  link = null;
  if (!box?.matches(":popover-open")) return;
  box.hidePopover();
  box.removeAttribute("style");
}

function enter(target) {
  clearTimeout(timer);
  if (link === target) return;
  hide();
  link = target;
  timer = setTimeout(() => show(target), 350);
}

// Time enough to move into the box.
function leave() {
  clearTimeout(timer);
  timer = setTimeout(hide, 250);
}

const found = (event) => event.target.closest?.("a[data-article]");

if ("popover" in HTMLElement.prototype) {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const target = found(event);
    if (target) enter(target);
  });
  document.addEventListener("pointerout", (event) => {
    const target = found(event);
    if (target && !target.contains(event.relatedTarget)) leave();
  });
  document.addEventListener("focusin", (event) => {
    const target = found(event);
    if (target?.matches(":focus-visible")) enter(target);
  });
  document.addEventListener("focusout", (event) => { if (found(event)) hide(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  // Going to a link by keyboard may scroll it into sight.
  addEventListener("scroll", () => {
    if (!link) return;
    if (link !== document.activeElement) hide(); else if (box?.matches(":popover-open")) place(link);
  }, { passive: true });
}
