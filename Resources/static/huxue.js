// Every page works without this file; it only spares people a click or a worry.

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const two = (number) => String(number).padStart(2, "0");

// Theme: the choice is posted to the server as well, which writes data-theme into the page.
for (const input of all("input[name=theme]")) {
  input.addEventListener("change", () => {
    if (input.value === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = input.value;
  });
}

// Confirmation: the link leads to a confirm page; with JavaScript the same words open as a dialog.
for (const link of all("a[data-dialog]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById(link.dataset.dialog).showModal();
  });
}

// On paper every answer and every list of readers is open.
addEventListener("beforeprint", () => { for (const item of all("details:is(.review, .readers):not(.no-print *)")) item.open = true; });

for (const words of all("[data-with-script]")) words.hidden = false;

for (const button of all("[data-dismiss]")) {
  button.hidden = false;
  button.addEventListener("click", () => { button.closest(".banner").hidden = true; });
}

for (const button of all("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// What was done is told once: the page looked at again, or kept as a bookmark, is the page alone.
const here = new URL(location.href);
if (here.searchParams.has("done")) {
  for (const name of ["done", "person", "count", "uploaded", "created", "changed", "unchanged", "skipped", "units"]) here.searchParams.delete(name);
  history.replaceState(null, "", here);
}

const calling = one("form[data-reach-from]");
if (calling) countReach(calling);

// How many people an announcement's choice reaches, while it is chosen.
function countReach(form) {
  const place = one("[data-reach]", form);
  for (const button of all("[data-without-script]", form)) button.hidden = true;
  let timer = null, asked = 0;
  const count = async () => {
    const mine = ++asked;
    let words = "連線中斷，人數沒有更新。";
    try {
      const reply = await fetch(form.dataset.reachFrom, {
        method: "POST",
        headers: { "Huxue-Token": form.elements.token.value, "Huxue-Sequence": "1" },
        body: new URLSearchParams(new FormData(form)),
        signal: AbortSignal.timeout(10_000),
      });
      if (!reply.ok) throw new Error(reply.status);
      words = one("[data-reach]", new DOMParser().parseFromString(await reply.text(), "text/html")).textContent;
    } catch { /* the next choice asks again */ }
    if (mine === asked && place.textContent !== words) place.textContent = words;
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(count, 200);
  });
}

const blueprint = one("[data-blueprint]");
if (blueprint) countBlueprint(blueprint);

// Sums and shortages of a blueprint while it is typed, by the server's rule: a whole topic takes what its cells leave.
function countBlueprint(section) {
  const codes = one("textarea[name=codes]", section);
  const namedAtFirst = codes.defaultValue;
  const wanted = (input) => (/^[0-9]+$/.test(input.value.trim()) ? Math.min(Number(input.value), 9999) : 0);

  const mark = (input, missing) => {
    const cell = input.closest("td");
    cell.classList.toggle("short", missing > 0);
    one("[data-short]", cell).textContent = missing > 0 ? `不足 ${missing}` : "";
    if (missing > 0) input.setAttribute("aria-invalid", "true"); else input.removeAttribute("aria-invalid");
  };

  const count = () => {
    const columns = {};
    let total = 0, short = 0;
    for (const row of all("tbody tr", section)) {
      let sum = 0;
      for (const input of all("input[data-free]", row)) {
        const { column, free } = input.dataset;
        const number = wanted(input);
        const left = column === "any" ? Math.max(0, free - sum) : Number(free);
        const missing = number > left ? number - left : 0;
        mark(input, missing);
        if (missing > 0) short += 1;
        sum += number;
        columns[column] = (columns[column] ?? 0) + number;
      }
      one("[data-sum=row]", row).textContent = sum;
      total += sum;
    }
    for (const place of all("tfoot [data-sum]", section)) place.textContent = columns[place.dataset.sum] ?? total;
    summarise(total, short);
  };

  const summarise = (total, short) => {
    const named = new Set(codes.value.split(/[\s,，、;；]+/).filter(Boolean)).size;
    const limit = Number(section.dataset.limit);
    let words = `每份試卷 ${total + named} 題`;
    if (total + named > limit) words += `，超過 ${limit} 題的上限`;
    if (short > 0) words += `，題庫有 ${short} 格不足`;
    words += "。";
    if (codes.value !== namedAtFirst) words += "指定試題改過了，它們佔用的題數按「檢查題庫」才會扣除。";
    const place = one("[data-summary]", section);
    if (place.textContent !== words) place.textContent = words;
  };

  section.addEventListener("input", count);
  addEventListener("pageshow", count);
}

const test = one("form[data-attempt]");
if (test) takeTest(test);

const handingIn = one("[data-remaining][data-state]");
if (handingIn) watchTime(handingIn);

/**
 * Shows the time left until `end()`, an instant of a clock that cannot be set, and calls `over` at 0:00.
 * When `over` found that more time was given, the countdown goes on.
 */
function countDown(timer, end, over) {
  const steps = [600, 300, 60];
  let last = Number(timer.dataset.remaining);
  const tick = async () => {
    const left = Math.max(0, Math.round((end() - performance.now()) / 1000));
    one("b", timer).textContent = `${Math.floor(left / 60)}:${two(left % 60)}`;
    if (left <= 300) timer.dataset.tone = "warn"; else delete timer.dataset.tone;
    const step = steps.findLast((step) => last > step && left <= step);
    if (step && left > 0) one("[data-announce]").textContent = `剩下 ${step / 60} 分鐘`;
    last = left;
    if (left === 0) await over();
    setTimeout(tick, end() > performance.now() ? 500 : 3_000);
  };
  tick();
}

// The page before handing in: its clock is the test's, with any time given meanwhile.
function watchTime(timer) {
  let end = performance.now() + Number(timer.dataset.remaining) * 1000;
  const ask = async () => {
    try {
      const reply = await fetch(timer.dataset.state, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(10_000) });
      if (!reply.ok || reply.redirected) return;
      const state = await reply.json();
      if (state.submitted) location.reload(); else end = performance.now() + state.remaining * 1000;
    } catch { /* asked again soon */ }
  };
  const look = () => { if (!document.hidden) ask(); };
  document.addEventListener("visibilitychange", look);
  setInterval(look, 10_000);
  countDown(timer, () => end, ask);
}

// An attempt that is handed in keeps nothing in this browser; answers that came too late are owned up to.
const outcome = one("[data-handed-in]");
if (outcome) {
  const late = Number(sessionStorage.getItem(`huxue-late-${outcome.dataset.handedIn}`) ?? 0);
  if (late > 0) {
    outcome.hidden = false;
    one("[data-late]", outcome).textContent = late;
  }
  sessionStorage.removeItem(`huxue-attempt-${outcome.dataset.handedIn}`);
  sessionStorage.removeItem(`huxue-late-${outcome.dataset.handedIn}`);
}

function takeTest(form) {
  const questions = all(".question", form);
  const cells = all(".navigator a.cell");
  const cell = (number) => one(`.navigator .cell[data-number="${number}"]`);
  const questionOf = (number) => one(`.question[data-number="${number}"]`, form);
  const say = (text) => { one("[data-announce]").textContent = text; };
  const isAnswered = (question) => Boolean(one(".choice :checked", question));
  const isFlagged = (question) => Boolean(one(".flag :checked", question));

  // --- Sequence numbers are the server's clock in milliseconds, so that two windows order their answers alike.
  const serverClock = { at: performance.now(), is: Number(form.dataset.sequence) };
  let sequence = 0;
  const nextSequence = () => {
    sequence = Math.max(sequence + 1, Math.floor(serverClock.is + performance.now() - serverClock.at));
    return sequence;
  };
  const me = Math.random().toString(36).slice(2, 12);

  // --- Saving: the newest answer of each question waits in line until the server has it on disk.
  const key = `huxue-attempt-${form.dataset.attempt}`;
  const waiting = new Map(JSON.parse(sessionStorage.getItem(key) ?? "[]"));
  const latest = new Map([...waiting].map(([number, item]) => [number, item.sequence]));
  const remember = () => {
    if (waiting.size > 0) sessionStorage.setItem(key, JSON.stringify([...waiting]));
    else sessionStorage.removeItem(key);
  };
  for (const [number, item] of waiting) {
    sequence = Math.max(sequence, item.sequence);
    showAnswer(number, item.keys, item.flagged);
  }
  let sending = null;
  let retry = null;
  let overwrote = false;

  const show = (selector, visible) => { one(selector).hidden = !visible; };
  const showState = (text, tone) => {
    const saved = one("[data-saved]");
    saved.textContent = text;
    delete saved.dataset.unsaved;
    if (tone) saved.parentElement.dataset.tone = tone; else delete saved.parentElement.dataset.tone;
  };

  if ("unsaved" in one("[data-saved]").dataset) one("[data-saved]").textContent = "作答後自動儲存";

  const keep = (question) => {
    const number = question.dataset.number;
    const item = {
      sequence: nextSequence(),
      keys: all(".choice :checked", question).map((input) => input.value),
      flagged: isFlagged(question),
    };
    waiting.set(number, item);
    latest.set(number, item.sequence);
    remember();
    send();
  };

  const post = (number, item) => {
    const body = new URLSearchParams();
    for (const value of item.keys) body.append(`q${number}`, value);
    if (item.flagged) body.append(`flag${number}`, "1");
    return fetch(`${form.dataset.saves}/${number}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        "Huxue-Sequence": item.sequence,
        "Huxue-Token": form.dataset.token,
        "Huxue-Window": me,
      },
      body: body.toString(),
      signal: AbortSignal.timeout(10_000),
    });
  };

  /** The attempt is over: the server's page says why, and how many answers were not taken. */
  const giveUp = () => {
    if (waiting.size > 0) sessionStorage.setItem(`huxue-late-${form.dataset.attempt}`, waiting.size);
    // Nothing waits any more, or the browser would ask whether to leave the page and stay on it.
    waiting.clear();
    remember();
    location.reload();
  };

  const sendAll = async () => {
    let renewed = false;
    while (waiting.size > 0) {
      const [number, item] = waiting.entries().next().value;
      const reply = await post(number, item);
      if (reply.status === 409) {
        giveUp();
        return;
      }
      if (reply.status === 401 || (reply.status === 403 && renewed)) {
        show("[data-signed-out]", true);
        throw new Error("signed out");
      }
      if (reply.status === 403) {
        renewed = true;
        await synchronise(); // a new session has a new token
        continue;
      }
      if (reply.status === 422) {
        waiting.delete(number);
        remember();
        showState(`第 ${number} 題沒有存入，請重新整理`, "warn");
        continue;
      }
      if (!reply.ok) throw new Error(reply.status);
      if (waiting.get(number) === item) waiting.delete(number);
      remember();
      show("[data-offline]", false);
      show("[data-signed-out]", false);
      if (reply.headers.get("Huxue-Superseded")) await synchronise();
      if (reply.headers.get("Huxue-Overwrote")) {
        overwrote = true;
        show("[data-other-window]", true);
        one("[data-other-window-words]").textContent = `第 ${number} 題在那裡也作答過，已以這裡最後的作答為準。`;
      }
      showState(`已儲存 ${reply.headers.get("Huxue-Saved") ?? ""}`);
      channel?.postMessage("saved");
    }
  };

  /** Resolves to true once nothing waits any more. */
  function send() {
    if (sending) return sending;
    sending = (async () => {
      try {
        await sendAll();
        return waiting.size === 0;
      } catch (error) {
        showState(`${waiting.size} 題待傳送`, "warn");
        if (error.message !== "signed out") show("[data-offline]", true);
        clearTimeout(retry);
        retry = setTimeout(send, 5_000);
        return false;
      } finally {
        sending = null;
      }
    })();
    return sending;
  }

  // --- The other window: what it saved later is shown here, and both are told.
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(key) : null;
  channel?.addEventListener("message", () => synchronise().catch(() => {}));

  async function synchronise() {
    const reply = await fetch(form.dataset.saves, { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(10_000) });
    if (reply.status === 401 || reply.redirected) throw new Error("signed out");
    if (!reply.ok) throw new Error(reply.status);
    const state = await reply.json();
    form.dataset.token = state.token;
    serverClock.at = performance.now();
    serverClock.is = state.now;
    end = performance.now() + state.remaining * 1000;
    if (state.submitted) return giveUp();
    // A few seconds are only the difference of the two clocks.
    if (state.remaining > 5) goOn();
    let changed = 0;
    for (const saved of state.responses) {
      const number = String(saved.number);
      if (saved.window === me || saved.sequence <= (latest.get(number) ?? shownSequence(number))) continue;
      latest.set(number, saved.sequence);
      waiting.delete(number);
      showAnswer(number, saved.keys.map(String), saved.flagged);
      describe(number, saved.keys.length > 0, saved.flagged);
      changed += 1;
    }
    remember();
    if (changed > 0) {
      show("[data-other-window]", true);
      one("[data-other-window-words]").textContent = `剛才有 ${changed} 題在那裡作答，已更新到這一頁。每一題以最後作答的為準。`;
    }
  }

  function shownSequence(number) {
    const found = form.elements.shown.value.split(" ").find((pair) => pair.startsWith(`${number}:`));
    return Number(found?.split(":")[1] ?? 0);
  }

  function showAnswer(number, keys, flagged) {
    const question = questionOf(number);
    if (!question) return;
    for (const input of all(".choice input", question)) input.checked = keys.includes(input.value);
    const flag = one(".flag input", question);
    if (flag) flag.checked = flagged;
  }

  addEventListener("online", send);
  const look = () => { if (!document.hidden) send().then(() => synchronise()).catch(() => {}); };
  document.addEventListener("visibilitychange", look);
  setInterval(look, 10_000);
  addEventListener("beforeunload", (event) => { if (waiting.size > 0) event.preventDefault(); });

  // --- Navigator and counts
  function describe(number, answered, flagged) {
    const link = cell(number);
    link.toggleAttribute("data-answered", answered);
    link.toggleAttribute("data-flagged", flagged);
    one(".visually-hidden", link).textContent = `題，${answered ? "已作答" : "未作答"}${flagged ? "，已標記" : ""}`;
    const done = cells.filter((item) => item.hasAttribute("data-answered")).length;
    for (const place of all("[data-done]")) place.textContent = done;
    one("[data-progress]").value = done;
  }
  form.addEventListener("change", (event) => {
    const question = event.target.closest(".question");
    if (!question) return;
    describe(question.dataset.number, isAnswered(question), isFlagged(question));
    keep(question);
  });
  for (const [number, item] of waiting) describe(number, item.keys.length > 0, item.flagged);
  send();

  // --- Leaving the page by a button: first everything is on disk, then the next page.
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const then = event.submitter?.value ?? "review";
    if (event.submitter?.dataset.step) return step(Number(event.submitter.dataset.step));
    if (!await send()) {
      one("[data-offline-words]").textContent = `還有 ${waiting.size} 題沒有送出，恢復連線後請再按一次「檢查並交卷」。請不要關閉這個視窗。`;
      return say("還有答案沒有送出，恢復連線後請再按一次。");
    }
    location.href = form.dataset.review + (overwrote ? "?other=1" : "");
  });

  let current = questions.find((question) => cell(question.dataset.number)?.ariaCurrent) ?? questions[0];
  const mark = (question) => {
    cell(current.dataset.number).removeAttribute("aria-current");
    cell(question.dataset.number).setAttribute("aria-current", "true");
    current = question;
  };
  const oneByOne = "oneByOne" in form.dataset;
  const go = (question) => {
    if (!question) return;
    if (oneByOne) {
      current.hidden = true;
      question.hidden = false;
      const place = questions.indexOf(question);
      for (const button of all("[data-step]", form)) button.hidden = !questions[place + Number(button.dataset.step)];
      history.replaceState(null, "", `?number=${question.dataset.number}`);
    }
    mark(question);
    question.scrollIntoView({ block: "start" });
    (one(".choice :checked", question) ?? one(".choice input", question)).focus({ preventScroll: true });
  };
  const step = (by) => go(questions[questions.indexOf(current) + by]);
  form.addEventListener("focusin", (event) => {
    const question = event.target.closest(".question");
    if (question) mark(question);
  });
  for (const link of cells) {
    link.addEventListener("click", (event) => {
      const question = questionOf(link.dataset.number);
      const navigator = one(".navigator");
      if (navigator.matches(":popover-open")) navigator.hidePopover();
      event.preventDefault();
      go(question);
    });
  }
  if (location.hash.startsWith("#q")) go(questionOf(location.hash.slice(2)));

  // --- Keys 1–9, ←, →, F; never inside a text field, never with a modifier
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("textarea, input[type=text], input[type=search]")) return;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) {
      event.preventDefault();
      step(by);
    } else if (/^[1-9]$/.test(event.key)) {
      const choice = all(".choice input", current)[event.key - 1];
      choice?.click();
      choice?.focus({ preventScroll: true });
    } else if (event.key.toLowerCase() === "f") {
      one(".flag input", current)?.click();
    }
  });

  // --- Time left, from the server's figure and a clock that cannot be set
  const timer = one("[data-remaining]");
  let end = performance.now() + Number(timer.dataset.remaining) * 1000;
  const over = async () => {
    // The server alone closes the attempt; until it says so the page stays, with everything on it.
    for (const question of questions) question.disabled = true;
    await send();
    await synchronise().catch(() => {
      one("[data-offline-words]").textContent = "作答時間已到。已送達的答案都已儲存，恢復連線後這一頁會顯示結果。";
      show("[data-offline]", true);
    });
  };
  /** More time was given while the countdown stood at 0:00. */
  function goOn() {
    if (!questions.some((question) => question.disabled)) return;
    for (const question of questions) question.disabled = false;
    show("[data-offline]", false);
    say(`作答時間已延長，剩下 ${Math.ceil((end - performance.now()) / 60_000)} 分鐘`);
  }
  countDown(timer, () => end, over);
}
