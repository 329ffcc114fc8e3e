// Fields for people: names complete while somebody types, with number and unit beside them.
// Works without this module: a staff number or a name is typed by hand, and the server finds who is meant.

let lists = 0;

for (const field of document.querySelectorAll("[data-people]")) {
  if (field.tagName === "TEXTAREA") several(field);
  else complete(field, field.dataset.people, (person) => person[field.dataset.peopleValue ?? "text"]);
}

// Offers people in a list of the browser's own; gives the texts that are offered now.
function complete(input, address, text) {
  const list = document.createElement("datalist");
  lists += 1;
  list.id = `people-${lists}`;
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
      const people = await answer.json();
      if (request !== mine) return;
      list.replaceChildren(...people.filter(text).map((person) => {
        const option = document.createElement("option");
        option.value = text(person);
        option.label = `${person.text}　${person.unit}`;
        return option;
      }));
    } catch {
      // Stale, signed out or offline: the field still takes a number.
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

// A field that finds people for a text area of one person a line.
function several(area) {
  const finder = document.createElement("input");
  finder.className = "input";
  finder.placeholder = "輸入姓名、員工編號或單位，由建議中選";
  finder.setAttribute("aria-label", area.dataset.label);
  area.before(finder);
  const offered = complete(finder, area.dataset.people, (person) => person.text);

  function add() {
    const text = finder.value.trim();
    if (text === "") return;
    const lines = area.value.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    if (!lines.includes(text)) lines.push(text);
    area.value = lines.join("\n");
    finder.value = "";
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  finder.addEventListener("input", () => {
    if (offered().includes(finder.value.trim())) add();
  });
  finder.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    add();
  });
  // What was typed and not chosen is not lost when the form is sent.
  area.form?.addEventListener("submit", add);
}
