// Dragging files onto the page, saying what was chosen, and that reading has begun.
// Without it the form works the same: choose, submit, wait.
const form = document.querySelector("form.upload");
const zone = form.querySelector(".zone");
const input = form.querySelector("#report");
const chosen = form.querySelector(".chosen");
const limit = Number(form.dataset.limit);

const size = (bytes) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

function list() {
  chosen.replaceChildren(
    ...Array.from(input.files, (file) => {
      const item = document.createElement("li");
      const name = document.createElement("span");
      name.textContent = file.name;
      if (file.size > limit) {
        const bad = document.createElement("span");
        bad.className = "bad";
        bad.textContent = form.dataset.tooLarge;
        name.append(bad);
      }
      const bytes = document.createElement("span");
      bytes.className = "size";
      bytes.textContent = size(file.size);
      item.append(name, bytes);
      return item;
    }),
  );
}

form.querySelector(".drop-words").hidden = false;
input.addEventListener("change", list);

let depth = 0;
zone.addEventListener("dragenter", () => zone.classList.toggle("over", ++depth > 0));
zone.addEventListener("dragleave", () => zone.classList.toggle("over", --depth > 0));
for (const kind of ["dragover", "drop"]) {
  document.addEventListener(kind, (event) => event.preventDefault());
}
zone.addEventListener("drop", (event) => {
  depth = 0;
  zone.classList.remove("over");
  if (!event.dataTransfer.files.length) return;
  const field = event.target.closest("details") ? form.querySelector("#previous") : input;
  field.files = event.dataTransfer.files;
  list();
});

function busy(event) {
  const files = [...form.querySelectorAll("input[type=file]")].flatMap((f) => [...f.files]);
  if (event.target === form && files.some((file) => file.size > limit)) {
    event.preventDefault();
    chosen.querySelector(".bad")?.scrollIntoView({ block: "center" });
    return;
  }
  form.querySelector(".busy").textContent = form.dataset.busy;
  // After the submission has taken the form's values.
  setTimeout(() => form.querySelectorAll("button").forEach((b) => (b.disabled = true)));
}
form.addEventListener("submit", busy);
document.querySelector("#sample").addEventListener("submit", busy);
window.addEventListener("pageshow", () => {
  form.querySelector(".busy").textContent = "";
  form.querySelectorAll("button").forEach((b) => (b.disabled = false));
  list();
});
