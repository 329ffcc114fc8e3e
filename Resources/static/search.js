// The search box: names complete while somebody types; "/" leads to it from anywhere.
// Works without this module: the form asks the server by itself.

const form = document.querySelector("form.search[data-suggestions]");
const input = form?.querySelector("input");
if (input) start();

function start() {
  const list = document.createElement("ul");
  list.id = "search-suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "建議");
  list.hidden = true;
  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.append(list, status);

  // A searchbox may not be a combobox; a text field may.
  input.type = "text";
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("enterkeyhint", "search");

  let chosen = -1;
  let waiting = 0;
  let request = null;
  let asked = input.value.trim();

  const options = () => [...list.children];

  function close() {
    clearTimeout(waiting);
    request?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function choose(place) {
    chosen = place;
    for (const [at, option] of options().entries()) option.setAttribute("aria-selected", String(at === place));
    const option = options()[place];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function show(found) {
    list.replaceChildren(...found.map((each, place) => {
      const option = document.createElement("li");
      option.id = `search-suggestion-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.address = each.address;
      const title = document.createElement("span");
      title.textContent = each.title;
      const kind = document.createElement("span");
      kind.className = "soft";
      kind.textContent = each.kind;
      option.append(title, kind);
      return option;
    }));
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = found.length > 0 ? `有 ${found.length} 項建議，按向下鍵選擇` : "";
  }

  async function ask(text) {
    request?.abort();
    const mine = new AbortController();
    request = mine;
    try {
      const answer = await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(text)}`, {
        signal: mine.signal, headers: { Accept: "application/json" }, redirect: "error",
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = await answer.json();
      if (request === mine && document.activeElement === input) show(found);
    } catch {
      // Stale, signed out or offline: the form still works.
      if (request === mine) close();
    }
  }

  function follow(option) {
    const address = option.dataset.address;
    if (address.startsWith("/") && !address.startsWith("//")) location.assign(address);
  }

  input.addEventListener("input", (event) => {
    if (event.isComposing) return;
    typed();
  });
  input.addEventListener("compositionend", typed);

  function typed() {
    const text = input.value.trim();
    if (text === asked) return;
    asked = text;
    clearTimeout(waiting);
    request?.abort();
    if (text === "") return close();
    waiting = setTimeout(() => ask(text), 150);
  }

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = list.hidden ? 0 : options().length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (count === 0) {
        if (input.value.trim() !== "") ask(input.value.trim());
        return;
      }
      // One place more than there are options: the typed text itself.
      const step = event.key === "ArrowDown" ? 1 : count;
      choose((chosen + 1 + step) % (count + 1) - 1);
    } else if (event.key === "Escape" && count > 0) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && count > 0 && chosen >= 0) {
      event.preventDefault();
      follow(options()[chosen]);
    } else if (event.key === "Tab") {
      close();
    }
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);

  // Before the field loses the focus, which would close the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) follow(option);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
