// Tools above each text of the editor: they write the signs of Markdown. Without this module people type them.

const template = document.querySelector("template[data-tools]");
if (template) for (const text of document.querySelectorAll("form[data-editor] textarea.editor-text")) equip(text);

function equip(text) {
  const parts = template.content.cloneNode(true);
  const bar = parts.querySelector("[role=toolbar]");
  const offer = parts.querySelector("[data-tool-offer]");
  bar.setAttribute("aria-controls", text.id);
  bar.setAttribute("aria-label", `「${text.labels[0].textContent}」的${bar.getAttribute("aria-label")}`);
  const buttons = [...bar.querySelectorAll("button")];
  text.before(parts);

  // One stop of the tab key; the arrows go on from there.
  const stop = (chosen) => { for (const each of buttons) each.tabIndex = each === chosen ? 0 : -1; };
  stop(buttons[0]);
  bar.addEventListener("keydown", (event) => {
    const place = buttons.indexOf(event.target);
    const steps = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: -1 };
    if (place < 0 || !(event.key in steps)) return;
    event.preventDefault();
    buttons.at(steps[event.key] % buttons.length).focus();
  });
  bar.addEventListener("focusin", (event) => stop(event.target));
  bar.addEventListener("click", (event) => {
    const tool = event.target.closest("button")?.dataset.tool;
    if (tool) tools[tool](text);
  });

  // Pasted cells stay as they are until somebody wants a table.
  let pasted = null;
  text.addEventListener("paste", (event) => {
    const words = withLineFeeds(event.clipboardData?.getData("text/plain") ?? "");
    const start = text.selectionStart;
    if (!words.includes("\t")) return;
    setTimeout(() => {
      pasted = { start, words };
      offer.hidden = text.value.slice(start, start + words.length) !== words;
    });
  });
  text.addEventListener("input", () => { offer.hidden = true; });
  offer.querySelector("button").addEventListener("click", () => {
    offer.hidden = true;
    text.setSelectionRange(pasted.start, pasted.start + pasted.words.length);
    block(text, table(pasted.words));
  });
}

/** Replaces the selection in a way that the browser can undo. */
function write(text, words) {
  text.focus();
  if (document.execCommand("insertText", false, words)) return;
  text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Writes a block of its own, with an empty line on each side. */
function block(text, words) {
  const [before, after] = [text.value.slice(0, text.selectionStart), text.value.slice(text.selectionEnd)];
  const lead = /(^|\n\n)$/.test(before) ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const tail = /^(\n\n|\n?$)/.test(after) ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  write(text, lead + words + tail);
}

const chosen = (text) => text.value.slice(text.selectionStart, text.selectionEnd);

/** Begins each selected line with the sign, or takes it away when all have it. */
function mark(text, sign) {
  const start = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const last = Math.max(text.selectionStart, text.selectionEnd - (chosen(text).endsWith("\n") ? 1 : 0));
  const end = text.value.indexOf("\n", last);
  text.setSelectionRange(start, end < 0 ? text.value.length : end);
  const lines = chosen(text).split("\n");
  const signs = /^(\s*)((?:[-*+] \[[ xX]\] |[-*+] |\d+[.)] )?)/;
  const isEmpty = (line) => lines.length > 1 && line.trim() === "";
  const isMarked = lines.every((line) => isEmpty(line) || signs.exec(line)[2] === sign);
  const words = lines.map((line) => (isEmpty(line) ? line : line.replace(signs, `$1${isMarked ? "" : sign}`)));
  write(text, words.join("\n"));
}

// --- Tables

const withLineFeeds = (words) => words.replace(/\r\n?/g, "\n");

/** Rows of cells, as spreadsheets copy them or as people type them. */
function rows(words) {
  let all = withLineFeeds(words).replace(/^\n+|\n+$/g, "");
  if (!all.includes("\t")) all = all.replace(/[|｜]/g, "\t");
  // A cell with several lines stands in quotation marks.
  const cell = /("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)(\t|\n|$)/gy;
  const found = [[]];
  for (;;) {
    const [, value, end] = cell.exec(all);
    const isQuoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
    found.at(-1).push(isQuoted ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === "") break;
    if (end === "\n") found.push([]);
  }
  return found.filter((row) => row.some((value) => value.trim() !== ""));
}

function table(words) {
  const cells = rows(words);
  const width = Math.max(...cells.map((row) => row.length));
  const line = (row) => `| ${Array.from({ length: width }, (_, place) => {
    return (row[place] ?? "").trim().replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|");
  }).join(" | ")} |`;
  const [head, ...rest] = cells.map(line);
  return [head, line(Array(width).fill("---")), ...rest].join("\n");
}

// --- Dialogs

/** Asks in the tool's dialog, and writes what `make` makes of the answer, now or later; a problem is an `Error`. */
function ask(tool, text, make, prepare = () => {}) {
  const dialog = document.querySelector(`dialog[data-tool="${tool}"]`);
  const form = dialog.querySelector("form");
  const problem = dialog.querySelector("[data-tool-problem]");
  form.reset();
  prepare(form);
  problem.hidden = true;
  dialog.returnValue = "";
  let made = null;
  form.onsubmit = async (event) => {
    event.preventDefault();
    made = await make(form);
    if (!dialog.open) return;
    problem.hidden = !(made instanceof Error);
    if (problem.hidden) dialog.close("insert");
    else problem.textContent = made.message;
  };
  dialog.querySelector("[data-tool-close]").onclick = () => dialog.close("");
  dialog.onclose = () => {
    if (dialog.returnValue !== "insert") text.focus();
    else if (tool === "table") block(text, made);
    else write(text, made);
  };
  dialog.showModal();
  form.querySelector("input, textarea, select").focus();
}

const value = (form, id) => form.querySelector(`#tool-${id}`).value.trim();

/** A place that a link may lead to, in Markdown; what has spaces or brackets stands in angle brackets. */
function target(typed) {
  const address = /^www\./i.test(typed) ? `https://${typed}` : typed;
  return /[\s()]/.test(address) ? `<${address}>` : address;
}

const link = (words, address) => `[${words.replace(/[[\]]/g, "\\$&")}](${address})`;

function attachment(name) {
  return (/\.(png|jpe?g|webp)$/i.test(name) ? "!" : "") + link(name, target(`../attachments/${name}`));
}

/** 戶籍法48-1 as 戶籍法第48條之1. */
function article(typed) {
  return typed.replace(/^([^\d第條]+?)\s*(\d+)(?:\s*[-之]\s*(\d+))?$/, (_, name, main, branch) => {
    return `${name}第${main}條${branch ? `之${branch}` : ""}`;
  });
}

/** What is wrong with an article, as the check of the whole text says it; nothing when it cannot be asked. */
async function doubt(text, article) {
  const { dataset, elements } = text.form;
  try {
    const answer = await fetch(dataset.preview, {
      method: "POST", headers: { "Huxue-Token": elements.token.value },
      body: new URLSearchParams({ kind: "faq", body: article }), signal: AbortSignal.timeout(5_000),
    });
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("[data-warning]")?.dataset.warning ?? null;
  } catch { return null; /* Signed out or offline: the preview says it later. */ }
}

/** Where the renderer lets a link lead. */
const isTarget = (typed) => /^(https?:\/\/[^/]|mailto:.|www\.|#.|\.\.\/|\/statutes\/)|^[\w-]+\.md(#|$)/i.test(typed);

const tools = {
  list: (text) => mark(text, "- "),
  check: (text) => mark(text, "- [ ] "),
  table: (text) => {
    if (/[\t|｜]/.test(chosen(text))) return block(text, table(chosen(text)));
    ask("table", text, (form) => {
      const cells = form.querySelector("#tool-table").value;
      return cells.trim() === "" ? new Error("請貼上或打至少一列。") : table(cells);
    });
  },
  link: (text) => ask("link", text, (form) => {
    const address = value(form, "target");
    if (address === "") return new Error("請填網址或條目的檔案。");
    if (!isTarget(address)) {
      return new Error("不能連到這裡。網址以 https://、http:// 或 mailto: 開頭；條目寫它的檔案，例如 ../faq/代號.md。");
    }
    return link(value(form, "words") || address, target(address));
  }, (form) => { form.querySelector("#tool-words").value = chosen(text); }),
  attachment: (text) => ask("attachment", text, (form) => {
    const name = value(form, "attachment");
    return name === "" ? new Error("請填檔名。") : attachment(name);
  }),
  article: (text) => ask("article", text, async (form) => {
    if (value(form, "article") === "") return new Error("請填法規與條號。");
    const words = article(value(form, "article"));
    const wrong = await doubt(text, words);
    return wrong ? new Error(wrong) : words;
  }, (form) => { form.querySelector("#tool-article").value = chosen(text).includes("\n") ? "" : chosen(text); }),
  fact: (text) => ask("fact", text, (form) => value(form, "fact")),
};

// --- Articles complete while somebody types their number.

const suggestions = document.querySelector("form.search[data-suggestions]")?.dataset.suggestions;
const articles = document.querySelector("#tool-articles");
let waiting = 0;
if (suggestions && articles) document.querySelector("#tool-article").addEventListener("input", (event) => {
  clearTimeout(waiting);
  const typed = event.target.value.trim();
  if (typed === "") return;
  waiting = setTimeout(async () => {
    try {
      const answer = await fetch(`${suggestions}?q=${encodeURIComponent(typed)}`, {
        headers: { Accept: "application/json" }, redirect: "error",
      });
      if (!answer.ok || event.target.value.trim() !== typed) return;
      const found = (await answer.json()).filter((each) => each.address.startsWith("/statutes/"));
      articles.replaceChildren(...found.map((each) => new Option("", each.title)));
    } catch { /* Stale, signed out or offline: any article can be typed. */ }
  }, 200);
});
