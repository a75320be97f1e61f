// Lights up every cell that a finding speaks of, fetches pictures that were still being drawn, and
// prints. Without it each link lights up one cell, and a link fetches the pictures.
document.documentElement.classList.add("js");
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());

let followed = "";
document.addEventListener("click", (event) => {
  followed = event.target.closest?.(".finding")?.dataset.number ?? "";
});

function light() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const number = document.querySelector(".finding:target")?.dataset.number ?? followed;
  if (!number) return;
  for (const cell of document.querySelectorAll(`[data-findings~="${number}"]`)) {
    cell.classList.add("lit");
  }
}
window.addEventListener("hashchange", light);
light();

// Only as long as the visitor has not begun to read: a page must not move under the reader's eyes.
if (document.querySelector("[data-coming]")) {
  const again = setTimeout(() => location.reload(), 1500);
  for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    addEventListener(kind, () => clearTimeout(again), { once: true, passive: true });
  }
}
