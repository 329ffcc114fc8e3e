// Fields for people, articles and the like: they complete while somebody types, with a note beside each suggestion.
// Works without this module: a number, a name or a citation is typed by hand, and the server finds what is meant.

let lists = 0;

for (const field of document.querySelectorAll("[data-completions]")) {
  if (field.tagName === "TEXTAREA") several(field);
  else complete(field, field.dataset.completions, (found) => found[field.dataset.value ?? "text"]);
}

// Offers what is found in a list of the browser's own; gives the texts that are offered now.
function complete(input, address, text) {
  const list = document.createElement("datalist");
  lists += 1;
  list.id = `completions-${lists}`;
  input.after(list);
  input.setAttribute("list", list.id);
  input.autocomplete = "off";
  let waiting = 0;
  let request = null;

  async function ask(typed) {
    request?.abort();
    const mine = new AbortController();
    request = mine;
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(typed)}`, {
        signal: mine.signal, headers: { Accept: "application/json" }, redirect: "error",
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const all = await answer.json();
      if (request !== mine) return;
      list.replaceChildren(...all.filter(text).map((found) => {
        const option = document.createElement("option");
        option.value = text(found);
        option.label = `${found.text}　${found.note}`;
        return option;
      }));
    } catch {
      // Stale, signed out or offline: the field still takes what is typed.
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    const typed = input.value.trim();
    if (typed !== "" && !offered().includes(typed)) waiting = setTimeout(() => ask(typed), 150);
  });

  const offered = () => [...list.children].map((option) => option.value);
  return offered;
}

// A field that finds what goes into a text area, one a line.
function several(area) {
  const finder = document.createElement("input");
  finder.className = "input";
  finder.placeholder = area.dataset.placeholder;
  finder.setAttribute("aria-label", area.dataset.label);
  area.before(finder);
  const offered = complete(finder, area.dataset.completions, (found) => found.text);

  function add() {
    const text = finder.value.trim();
    if (text === "") return;
    const lines = area.value.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    if (!lines.includes(text)) lines.push(text);
    area.value = lines.join("\n");
    finder.value = "";
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  finder.addEventListener("input", (event) => {
    // Who goes on typing has not chosen: an article may be followed by its paragraph.
    const isChosen = !event.inputType || event.inputType === "insertReplacementText";
    if (isChosen && offered().includes(finder.value.trim())) add();
  });
  finder.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    add();
  });
  // What was typed and not chosen is not lost when the form is sent.
  area.form?.addEventListener("submit", add);
}
