// The form in which somebody scores: the total follows, digits choose. Without it the server says the total.

const form = document.querySelector("form[data-score-total]");
if (form) score(form);

function score(form) {
  const criteria = [...form.querySelectorAll("fieldset[data-weight]")];
  const inputs = (criterion) => [...criterion.querySelectorAll("input[data-points]")];
  const radios = (criterion) => inputs(criterion).filter((input) => input.type === "radio");

  /** Points in hundredths, as the server reads them; null for none, and for what it would not take. */
  const points = (criterion) => {
    const input = inputs(criterion).find((each) => each.type !== "radio" || each.checked);
    const typed = (input?.value ?? "").trim().replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
    const found = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(typed);
    if (!found) return null;
    const hundredths = BigInt(found[1]) * 100n + BigInt((found[2] ?? "").padEnd(2, "0"));
    return hundredths <= BigInt(criterion.dataset.top) ? hundredths : null;
  };

  /** In whole numbers alone, rounded once, halves up to two places: by the server's rule. */
  const total = () => {
    const tops = criteria.map((criterion) => BigInt(criterion.dataset.top));
    const whole = tops.reduce((product, top) => product * top, 1n);
    let [sum, weights, rated] = [0n, 0n, 0];
    criteria.forEach((criterion, place) => {
      const [weight, given] = [BigInt(criterion.dataset.weight), points(criterion)];
      weights += weight;
      if (given === null) return;
      rated += 1;
      sum += weight * given * (whole / tops[place]);
    });
    const [part, base] = [100n * BigInt(form.dataset.scoreTotal) * sum, weights * whole];
    const hundredths = (2n * part + base) / (2n * base);
    const places = String(hundredths % 100n).padStart(2, "0").replace(/0+$/, "");
    form.querySelector("[data-score-sum]").textContent = `${hundredths / 100n}${places ? `.${places}` : ""}`;
    form.querySelector("[data-score-rated]").textContent = `已評 ${rated} 項，共 ${criteria.length} 項`;
  };
  form.addEventListener("input", total);
  addEventListener("pageshow", total);

  // --- A digit chooses in the criterion that has the focus, and goes on to the next one; never inside a text field
  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[0-9]$/.test(event.key)) return;
    if (event.target.matches("textarea, input:not([type=radio])")) return;
    const criterion = event.target.closest("fieldset[data-weight]");
    const choice = criterion && radios(criterion).find((each) => each.getAttribute("aria-keyshortcuts") === event.key);
    if (!choice) return;
    event.preventDefault();
    choice.click();
    const next = criteria[criteria.indexOf(criterion) + 1];
    const first = next && (radios(next).find((each) => each.checked) ?? inputs(next)[0]);
    (first ?? choice).focus();
  });
}
