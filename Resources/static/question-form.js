// The editor of a question: choices are added, moved and removed at once. Without it the same buttons ask the server.

const form = document.querySelector("form[data-question-form]");
if (form) edit(form);

function edit(form) {
  const list = form.querySelector(".choice-list");
  const group = form.querySelector("[data-choices]");
  const statement = form.querySelector("[data-statement]");
  const limit = 9;
  const rows = () => [...list.children];
  const text = (row) => row.querySelector("input.input");
  const mark = (row) => row.querySelector("input[type=checkbox]");
  const changed = (row) => text(row).dispatchEvent(new Event("input", { bubbles: true }));

  /** Names and labels follow the places. */
  function number() {
    rows().forEach((row, place) => {
      const number = place + 1;
      mark(row).value = number;
      mark(row).nextElementSibling.textContent = `選項 ${number} `;
      Object.assign(text(row), { name: `choice${number}`, id: `choice${number}-text` });
      text(row).setAttribute("aria-label", `選項 ${number}`);
      const [up, down, removal] = row.querySelectorAll("button");
      Object.assign(up, { value: `up-${number}`, disabled: place === 0 });
      Object.assign(down, { value: `down-${number}`, disabled: place === rows().length - 1 });
      removal.value = `remove-${number}`;
      up.setAttribute("aria-label", `選項 ${number} 上移`);
      down.setAttribute("aria-label", `選項 ${number} 下移`);
      removal.setAttribute("aria-label", `刪除選項 ${number}`);
    });
    form.querySelector("[data-choice-more]").disabled = rows().length >= limit;
  }

  function add() {
    const row = rows().at(-1).cloneNode(true);
    text(row).value = "";
    mark(row).checked = false;
    list.append(row);
    number();
    text(row).focus();
  }

  function move(row, step, focus) {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (step < 0) other.before(row); else other.after(row);
    number();
    focus.focus();
    changed(row);
  }

  function remove(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    if (rows().length > 2) row.remove();
    else {
      text(row).value = "";
      mark(row).checked = false;
    }
    number();
    if (next) text(next).focus();
    changed(rows()[0]);
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const row = button.closest(".choice-field");
    if ("choiceMore" in button.dataset) add();
    else if ("choiceMove" in button.dataset) move(row, Number(button.dataset.choiceMove), button);
    else if ("choiceRemove" in button.dataset) remove(row);
    else return;
    event.preventDefault();
  });
  list.addEventListener("keydown", (event) => {
    const row = event.target.closest(".choice-field");
    if (!row || event.isComposing) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      move(row, event.key === "ArrowUp" ? -1 : 1, event.target);
    } else if (event.key === "Enter" && event.target === text(row)) {
      // Enter goes on to the next choice instead of sending the form.
      event.preventDefault();
      const next = row.nextElementSibling;
      if (next) text(next).focus(); else if (rows().length < limit) add();
    }
  });

  // --- What belongs to the type alone is shown
  const types = [...form.querySelectorAll("input[name=type]")];
  function show() {
    const type = types.find((each) => each.checked)?.value;
    group.hidden = type === "trueFalse";
    statement.hidden = type !== "trueFalse";
  }
  for (const each of types) each.addEventListener("change", show);
  // One right answer alone.
  list.addEventListener("change", (event) => {
    if (event.target.type !== "checkbox" || !event.target.checked) return;
    if (types.find((each) => each.checked)?.value !== "single") return;
    for (const row of rows()) if (mark(row) !== event.target) mark(row).checked = false;
  });
  show();
  number();
}
