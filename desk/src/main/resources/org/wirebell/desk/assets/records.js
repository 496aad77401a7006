// The screens that look back: a shift begins in the reader's own zone; a receiver is tried by a button.
import { ask, tell } from "./ask.js";

function shift() {
  const form = document.getElementById("shift");
  if (!form) return;
  const since = document.getElementById("since");
  const at = new Date(since.dataset.at);
  since.value = new Date(at - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
  document.getElementById("since-zone").textContent = Intl.DateTimeFormat().resolvedOptions().timeZone;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = new Date(since.value);
    if (!Number.isNaN(chosen.valueOf())) location.assign(`/shift?since=${chosen.toISOString()}`);
  });
}

function test(button) {
  button.disabled = true;
  const name = button.dataset.test;
  ask("POST", `/api/receivers/${encodeURIComponent(name)}/test`).then((reply) => {
    button.disabled = false;
    const said = reply.value?.said ? `: ${reply.value.said}` : "";
    if (!reply.ok) tell(reply.said, true);
    else if (reply.value.sent) tell(`A test was sent to ${name}${said}`);
    else tell(`${name} did not take the test${said}`, true);
  });
}

export function start() {
  shift();
  document.getElementById("main").addEventListener("click", (event) => {
    const button = event.target.closest("[data-test]");
    if (button) test(button);
  });
}
