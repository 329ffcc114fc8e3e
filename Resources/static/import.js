// Sending a large file, and watching what becomes of it. Both work without this file.

const form = document.querySelector("form[data-upload]");
if (form) {
  const input = form.querySelector("input[type=file]");
  input.addEventListener("change", () => {
    const file = input.files[0];
    const isTooLarge = file && file.size > Number(input.dataset.limit);
    input.setCustomValidity(isTooLarge ? "這個檔案超過 200 MB，請確認選對了檔案。" : file?.size === 0 ? "這個檔案是空的，請重新下載。" : "");
    if (file) input.reportValidity();
  });
  form.addEventListener("submit", () => {
    form.querySelector("[data-sending]").hidden = false;
    form.querySelector("button").disabled = true;
  });
  // Back from the next page, the form can be sent again.
  addEventListener("pageshow", () => {
    form.querySelector("[data-sending]").hidden = true;
    form.querySelector("button").disabled = false;
  });
}

const progress = document.querySelector("div[data-progress]");
if (progress) watch(progress);

async function watch(section) {
  while (true) {
    await new Promise((done) => setTimeout(done, 1000));
    try {
      const response = await fetch(location.href, { credentials: "same-origin" });
      if (!response.ok || response.redirected) return location.reload();
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const next = page.querySelector("div[data-progress]");
      if (!next) return location.reload();
      const [bar, words] = [section.querySelector("progress"), section.querySelector("[role=status] span")];
      const [nextBar, nextWords] = [next.querySelector("progress"), next.querySelector("[role=status] span")];
      if (bar && nextBar && nextBar.hasAttribute("value")) {
        bar.max = nextBar.max;
        bar.value = nextBar.value;
      }
      if (words && nextWords && words.textContent !== nextWords.textContent) words.textContent = nextWords.textContent;
    } catch {
      // The server may be starting anew; look again.
    }
  }
}
