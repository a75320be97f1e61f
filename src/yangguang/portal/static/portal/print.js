// Prints the page. Without it the browser's own menu does.
document.documentElement.classList.add("js");
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}
