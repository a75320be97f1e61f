// While words are typed: what they become and what is found in them; phrases go to the cursor.
// Without this the form is saved as any other, and the page that comes back says the same.
const form = document.querySelector("form[data-words]");
document.documentElement.classList.add("js");
const field = form.querySelector("textarea");
const now = document.querySelector("[data-now]");
let waiting;
let asked = 0;
let isTouched = false; // before, there is no cursor: what is put in goes to the end
let isKept = !("unsaved" in field.dataset);

const check = async () => {
  const mine = ++asked;
  try {
    const answer = await fetch(form.dataset.check, { method: "POST", body: new FormData(form) });
    if (mine !== asked) return; // typed on meanwhile
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    now.innerHTML = await answer.text();
  } catch {
    if (mine !== asked) return;
    const line = document.createElement("p");
    line.className = "hint";
    line.textContent = form.dataset.failed;
    now.replaceChildren(line);
  }
};

const changed = () => {
  isKept = false;
  clearTimeout(waiting);
  waiting = setTimeout(check, 600);
};

field.addEventListener("input", changed);
field.addEventListener("focus", () => { isTouched = true; });
form.addEventListener("submit", () => { isKept = true; });
addEventListener("beforeunload", (event) => { if (!isKept) event.preventDefault(); });
const insert = (button) => {
  if (!isTouched) field.setSelectionRange(field.value.length, field.value.length);
  const before = field.value.slice(0, field.selectionStart);
  const isLines = button.name === "insert_lines";
  const text = isLines && before && !before.endsWith("\n") ? `\n${button.value}` : button.value;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  changed();
};
for (const button of document.querySelectorAll("button[name=insert], button[name=insert_lines]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    insert(button);
  });
}
