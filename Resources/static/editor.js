// The editor of the knowledge base: preview and draft as one types. Without it the buttons do the same.

const form = document.querySelector("form[data-editor]");
if (form) edit(form);

function edit(form) {
  const one = (selector, root = document) => root.querySelector(selector);
  const text = form.elements.body;
  const token = form.elements.token.value;

  const post = (address, body) => fetch(address, {
    method: "POST",
    // The header says that a script sends this, which keeps what was typed itself.
    headers: { "Huxue-Token": token, "Huxue-Sequence": "1" },
    body,
    signal: AbortSignal.timeout(120_000),
  });
  const fields = (intent) => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    body.set("intent", intent);
    return body;
  };

  // --- Preview: half a second after the last key
  const preview = one(".editor-preview", form);
  const place = one("[data-preview-place]", form);
  preview.hidden = false;
  let previewTimer = null;
  let asked = 0;
  const look = async () => {
    const mine = ++asked;
    try {
      const reply = await post("/pages/preview", fields("preview"));
      if (!reply.ok || mine !== asked) return;
      place.innerHTML = await reply.text(); // rendered and escaped by the server
    } catch { /* the next key asks again */ }
  };

  // --- Draft: three seconds after the last key, one at a time
  const state = one("[data-draft-saved]", form);
  const say = (words, tone) => {
    state.textContent = words;
    if (tone) state.dataset.tone = tone; else delete state.dataset.tone;
  };
  let draftTimer = null;
  let saving = null;
  let isDirty = false;
  let isLeaving = false;
  const keep = async () => {
    if (saving || !isDirty || isLeaving) return saving;
    isDirty = false;
    saving = (async () => {
      try {
        const reply = await post(form.action, fields("draft"));
        if (reply.status === 401) throw new Error("登入已逾時，草稿沒有存入。請按「儲存草稿」重新登入，內容會保留");
        if (!reply.ok) throw new Error("草稿沒有存入，請按「儲存草稿」看原因");
        say(`草稿已存 ${(await reply.json()).saved}`);
      } catch (error) {
        isDirty = true;
        say(error.name === "Error" ? error.message : "連線中斷，草稿還沒有存入，恢復後會自動再存", "warn");
        clearTimeout(draftTimer);
        draftTimer = setTimeout(keep, 10_000);
      } finally {
        saving = null;
      }
    })();
    return saving;
  };

  form.addEventListener("input", (event) => {
    isDirty = true;
    clearTimeout(draftTimer);
    draftTimer = setTimeout(keep, 3_000);
    if (event.target !== text) return;
    clearTimeout(previewTimer);
    previewTimer = setTimeout(look, 500);
  });
  look();

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
  addEventListener("pageshow", () => { isLeaving = false; });
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
      const reply = await post(upload.action, new FormData(upload));
      const type = reply.headers.get("Content-Type") ?? "";
      const answer = type.includes("json") ? await reply.json() : {};
      if (!reply.ok) throw new Error(answer.problem ?? "附件沒有存入，請重新登入或換一個檔案再試");
      insert(answer.markdown);
      upload.reset();
      told.textContent = `已存入「${answer.name}」，並加進內文`;
    } catch (error) {
      told.dataset.tone = "warn";
      told.textContent = error.name === "Error" ? error.message : "連線中斷，附件沒有存入，請再試一次";
    }
  });

  const insert = (words) => {
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  };
}
