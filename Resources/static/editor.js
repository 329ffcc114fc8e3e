// The editor of whatever people write: preview and draft as one types. Without it the buttons do the same.

const form = document.querySelector("form[data-editor]");
if (form) edit(form);

function edit(form) {
  const one = (selector, root = document) => root.querySelector(selector);
  const texts = [...form.querySelectorAll("textarea.editor-text")];
  /** The text in which somebody wrote last. */
  let text = texts.find((each) => !each.closest("details:not([open])")) ?? texts[0];
  let isUsed = false;
  form.addEventListener("focusin", (event) => {
    if (texts.includes(event.target)) [text, isUsed] = [event.target, true];
  });
  const login = (root) => one("details.account", root)?.dataset.login;
  const mine = login(document);

  const send = (address, body) => fetch(address, {
    method: "POST",
    // The header says that a script sends this, which keeps what was typed itself.
    headers: { "Huxue-Token": form.elements.token.value, "Huxue-Sequence": "1" },
    body,
    signal: AbortSignal.timeout(120_000),
  });

  /** A new session of the same person has a new token: false when there is none. */
  const renew = async () => {
    const reply = await fetch(form.action, { signal: AbortSignal.timeout(10_000) });
    if (!reply.ok) return false;
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const token = one("input[name=token]", page)?.value;
    if (!token || login(page) !== mine || token === form.elements.token.value) return false;
    for (const input of document.querySelectorAll("input[name=token]")) input.value = token;
    return true;
  };
  const post = async (address, body) => {
    const reply = await send(address, body);
    return reply.status === 403 && await renew() ? send(address, body) : reply;
  };
  const fields = (intent) => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    body.set("intent", intent);
    return body;
  };

  // --- Preview: half a second after the last key
  const preview = one(".editor-preview", form);
  const place = one("[data-preview-place]", form);
  if (preview) preview.hidden = false;
  let previewTimer = null;
  let asked = 0;
  const look = async () => {
    if (!preview) return;
    const mine = ++asked;
    try {
      const reply = await post(form.dataset.preview, fields("preview"));
      if (!reply.ok || mine !== asked) return;
      place.innerHTML = await reply.text(); // rendered and escaped by the server
    } catch { /* the next key asks again */ }
  };

  // --- Draft: three seconds after the last key, but at least every thirty; one at a time
  const state = one("[data-draft-saved]", form);
  const say = (words, tone) => {
    state.textContent = words;
    if (tone) state.dataset.tone = tone; else delete state.dataset.tone;
  };
  let draftTimer = null;
  let saving = null;
  let isDirty = false;
  let dirtySince = 0;
  let isLeaving = false;
  /** The draft of another window that this one has not seen: until one is chosen, nothing is kept. */
  let elsewhere = null;
  const schedule = (wait) => {
    clearTimeout(draftTimer);
    draftTimer = setTimeout(keep, Math.max(0, wait));
  };
  const soon = () => schedule(Math.min(3_000, dirtySince + 30_000 - performance.now()));
  const soil = () => {
    if (!isDirty) dirtySince = performance.now();
    isDirty = true;
  };

  /** What is new and kept is found again when the page is loaded anew. */
  const findAgain = () => {
    const [address, draft] = [new URL(location), form.elements.draft.value];
    if (!address.pathname.endsWith("/new") || address.searchParams.get("draft") === draft) return;
    address.searchParams.set("draft", draft);
    history.replaceState(history.state, "", address);
  };

  async function keep() {
    if (saving || !isDirty || isLeaving || elsewhere || isTooLong()) return saving;
    isDirty = false;
    let wait = null;
    saving = (async () => {
      try {
        const reply = await post(form.action, fields("draft"));
        if (reply.status === 409) {
          const answer = await reply.json().catch(() => null);
          if (!answer?.seen) throw new Error("草稿沒有存入，請按「儲存草稿」看原因");
          isDirty = true;
          return differ(answer.seen);
        }
        if (reply.status === 401) throw new Error("登入已逾時，草稿沒有存入。請按「儲存草稿」重新登入，內容會保留");
        if (!reply.ok) throw new Error("草稿沒有存入，請按「儲存草稿」看原因");
        const kept = await reply.json();
        form.elements.seen.value = kept.seen;
        windows?.postMessage(kept.seen);
        findAgain();
        say(`草稿已存 ${kept.saved}`);
      } catch (error) {
        [isDirty, dirtySince, wait] = [true, performance.now(), 10_000];
        say(error.name === "Error" ? error.message : "連線中斷，草稿還沒有存入，恢復後會自動再存", "warn");
      } finally {
        saving = null;
        // What was typed meanwhile is not in this draft.
        if (isDirty && !isLeaving) if (wait) schedule(wait); else soon();
      }
    })();
    return saving;
  }

  // --- Another window of the same person: both are told, neither overwrites the other unasked.
  const choice = one("[data-draft-elsewhere]", form);
  const differ = (seen) => {
    elsewhere = seen;
    choice.hidden = false;
    say("草稿沒有再存，請選擇要用哪一邊的", "warn");
  };
  const windows = "BroadcastChannel" in window ? new BroadcastChannel(`huxue-draft-${form.elements.draft.value}`) : null;
  windows?.addEventListener("message", (event) => differ(event.data));
  one("[data-draft-overwrite]", choice).addEventListener("click", () => {
    form.elements.seen.value = elsewhere;
    elsewhere = null;
    choice.hidden = true;
    soil();
    schedule(0);
    text?.focus();
  });
  one("[data-draft-take]", choice).addEventListener("click", () => { isLeaving = true; });

  for (const button of form.querySelectorAll("[data-take]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const field = form.elements[button.dataset.take];
      field.value = button.dataset.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    });
  }

  form.addEventListener("input", (event) => {
    soil();
    soon();
    if (!preview) return;
    clearTimeout(previewTimer);
    previewTimer = setTimeout(look, 500);
  });
  // What the server has looked at already, because somebody asked, stays.
  if (!place?.childElementCount) look();
  // What came back from the server to be looked at or mended is in no draft yet.
  if ("unsaved" in form.dataset) {
    soil();
    soon();
  }
  // The server found a draft of another window first: it is not replaced before somebody says so.
  if ("elsewhere" in form.dataset) differ(form.elements.seen.value);

  // A text that the server would refuse unread stays here, and its writer learns how long it may be.
  const isTooLong = () => {
    const limit = Number(form.dataset.limit);
    const all = texts.map((each) => each.value).join("\n\n");
    if (new TextEncoder().encode(all).length <= limit) return false;
    say(`內文太長，還沒有存入：現在 ${all.length} 字，最多約 ${Math.floor(limit / 3000)},000 字。請分成兩個條目`, "warn");
    return true;
  };
  form.addEventListener("submit", (event) => {
    if (!isTooLong()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    text?.focus();
  });

  // A draft on its way must not arrive after the page was saved.
  form.addEventListener("submit", async (event) => {
    isLeaving = true;
    clearTimeout(draftTimer);
    if (!saving) return;
    event.preventDefault();
    const button = event.submitter;
    await saving;
    form.requestSubmit(button);
  });
  addEventListener("pageshow", () => {
    isLeaving = false;
    if (isDirty) soon();
  });
  addEventListener("beforeunload", (event) => { if (isDirty && !isLeaving) event.preventDefault(); });

  // --- An attachment goes up beside the text, and its link into it
  const upload = one("form[data-attachment]");
  for (const hint of document.querySelectorAll("[data-without-script]")) hint.hidden = true;
  upload?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const told = one("[data-attachment-state]", upload);
    told.textContent = "上傳中…";
    delete told.dataset.tone;
    try {
      const limit = Number(upload.dataset.limit);
      if (one("input[type=file]", upload).files[0]?.size > limit) {
        throw new Error(`檔案超過 ${limit >> 20} MB，沒有存入。請縮小或拆開後再上傳`);
      }
      const reply = await post(upload.action, new FormData(upload));
      const type = reply.headers.get("Content-Type") ?? "";
      const answer = type.includes("json") ? await reply.json() : {};
      if (!reply.ok) throw new Error(answer.problem ?? "附件沒有存入，請重新登入或換一個檔案再試");
      insert(answer.markdown);
      one("#tool-attachments")?.append(new Option("", answer.name));
      upload.reset();
      told.textContent = `已存入「${answer.name}」，並加進「${text.labels[0].textContent}」`;
    } catch (error) {
      told.dataset.tone = "warn";
      told.textContent = error.name === "Error" ? error.message : "連線中斷，附件沒有存入，請再試一次";
    }
  });

  // On a line of its own, not at the end of a list's last item; who has not begun to write has it where forms stand.
  const insert = (words) => {
    if (!isUsed) {
      text = one("textarea[data-attachments]", form) ?? text;
      text.setSelectionRange(text.value.length, text.value.length);
    }
    const fold = text.closest("details");
    if (fold) fold.open = true;
    const before = text.value.slice(0, text.selectionStart);
    const lead = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    text?.focus();
    // Can be undone; where the browser has no such command, the text is replaced all the same.
    if (document.execCommand("insertText", false, `${lead}${words}\n`)) return;
    text.setRangeText(`${lead}${words}\n`, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };
}
