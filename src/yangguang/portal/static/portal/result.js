// Lights up every cell that a finding speaks of, and prints. Without it each link lights up one.
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
