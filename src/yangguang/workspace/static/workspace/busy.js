// What takes more than a moment says so, and is not sent twice. Without this the browser alone
// shows that it waits.
for (const form of document.querySelectorAll("form:has([data-wait])")) {
  const line = form.querySelector("[data-wait]");
  const buttons = form.querySelectorAll("button");
  let waiting;
  const idle = () => {
    clearTimeout(waiting);
    line.replaceChildren();
    for (const one of buttons) one.disabled = false;
  };
  form.addEventListener("submit", () => {
    // Only then: a button that is disabled while the form is put together is not sent with it.
    setTimeout(() => {
      for (const one of buttons) one.disabled = true;
    });
    waiting = setTimeout(() => {
      line.textContent = line.dataset.wait;
    }, 400);
  });
  addEventListener("pageshow", idle); // gone back to, it can be sent again
}
