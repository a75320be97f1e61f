// While a file is made the page says so, and when it has come. Without this the form is sent as
// any other, and the browser alone shows that it waits.
for (const form of document.querySelectorAll("form[data-making]")) {
  const state = form.querySelector("[data-busy]");
  const button = form.querySelector("button");
  const say = (words, busy) => {
    const line = document.createElement("p");
    line.textContent = words;
    state.replaceChildren(line, ...(busy ? [document.createElement("progress")] : []));
    if (busy) state.querySelector("progress").setAttribute("aria-label", words);
  };
  const keep = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const nameIn = (header) => {
    const coded = /filename\*=utf-8''([^;]+)/i.exec(header ?? "");
    const plain = /filename="([^"]+)"/i.exec(header ?? "");
    return coded ? decodeURIComponent(coded[1]) : plain ? plain[1] : "file.pdf";
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    const waiting = setTimeout(() => say(state.dataset.busy, true), 400);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      if (!(answer.headers.get("Content-Disposition") ?? "").startsWith("attachment")) {
        form.submit(); // a page: what is missing, or the door; it is shown as it is
        return;
      }
      keep(await answer.blob(), nameIn(answer.headers.get("Content-Disposition")));
      clearTimeout(waiting);
      say(state.dataset.done, false);
    } catch {
      clearTimeout(waiting);
      say(state.dataset.failed, false);
    }
    button.disabled = false;
  });
}
