// Lights up every cell that a finding speaks of, and prints. Without it each link lights up one.
document.documentElement.classList.add("js");
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());

function light() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const finding = document.querySelector(".finding[data-number]:target");
  if (!finding) return;
  for (const cell of document.querySelectorAll(`[data-findings~="${finding.dataset.number}"]`)) {
    cell.classList.add("lit");
  }
}
window.addEventListener("hashchange", light);
light();
