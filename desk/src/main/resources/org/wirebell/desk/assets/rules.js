// Making, trying and switching rules; ending and prolonging silences. After a change the page is asked for anew.
import { ask, tell } from "./ask.js";

const PAUSE = 500; // milliseconds after the last letter before a rule is tried
const HOURS = { PT2H: 2, P1D: 24 };
let timer;
let asked = 0;

function times(n) {
  return `${n} ${n === 1 ? "time" : "times"}`;
}

/** How often it would have fired, from counts by day (UTC). */
function told(trial) {
  const days = Object.entries(trial.fires ?? {});
  const sum = (list) => list.reduce((all, [, n]) => all + n, 0);
  const week = trial.week ?? sum(days);
  const since = new Date(Date.now() - 86400000).toISOString().slice(0, 10);
  const day = trial.day ?? sum(days.filter(([date]) => date >= since));
  const part = trial.whole === false ? " There was more than one trial can look at." : "";
  return `Would have fired ${times(day)} since yesterday (UTC), ${times(week)} in 7 d.${part}`;
}

async function attempt(line, text) {
  const mine = ++asked;
  line.classList.remove("wrong");
  line.textContent = "Trying…";
  const reply = await ask("POST", "/api/rules/try", { text });
  if (mine !== asked) return; // overtaken by what was typed since
  line.classList.toggle("wrong", !reply.ok);
  line.textContent = reply.ok ? told(reply.value.trial ?? {}) : reply.said;
}

async function keep(form, state) {
  const text = form.elements.namedItem("text").value;
  const checked = await ask("POST", "/api/rules/check", { text });
  if (!checked.ok) return tell(checked.said, true);
  const id = checked.value.id;
  const body = { text, state, note: form.elements.namedItem("note").value.trim() };
  if (form.dataset.id === id) body.version = Number(form.dataset.version);
  const reply = await ask("PUT", `/api/rules/${encodeURIComponent(id)}`, body);
  if (reply.ok) again(`Kept as ${id}`);
  else tell(reply.said, true);
}

/** The page shows what the topics hold: it is asked for again when the change had time to arrive. */
function again(said) {
  tell(said);
  setTimeout(() => location.assign("/rules"), 700);
}

async function change(item, state) {
  const { id, version, text } = item.dataset;
  const path = `/api/rules/${encodeURIComponent(id)}`;
  if (state === "deleted" && !confirm(`Delete the rule ${id}?`)) return;
  const reply =
    state === "deleted"
      ? await ask("DELETE", path)
      : await ask("PUT", path, { text, state: state.replace("-", "_"), version: Number(version) });
  if (reply.ok) again("Done");
  else tell(reply.said, true);
}

/** A silence that is prolonged is made anew with a later end, then the old one is lifted. */
async function silence(item, how) {
  const path = `/api/silences/${encodeURIComponent(item.dataset.silence)}`;
  if (how !== "end") {
    const all = await ask("GET", "/api/silences", null);
    const old = all.value?.silences?.find((s) => s.id === item.dataset.silence);
    if (!old) return tell(all.ok ? "It has ended." : all.said, true);
    const until = new Date(Date.parse(old.until) + HOURS[how] * 3600000).toISOString();
    const { rules, places, query, series, desk, reason, from } = old;
    const made = await ask("POST", "/api/silences", { rules, places, query, series, desk, reason, from, until });
    if (!made.ok) return tell(made.said, true);
  }
  const gone = await ask("DELETE", path);
  if (gone.ok) again(how === "end" ? "Ended" : "Prolonged");
  else tell(gone.said, true);
}

export function start() {
  const form = document.getElementById("rule-form");
  if (!form) return;
  const area = document.getElementById("rule-text");
  const trial = document.getElementById("trial");
  const typed = () => {
    clearTimeout(timer);
    if (!area.value.trim()) trial.textContent = "";
    else timer = setTimeout(() => attempt(trial, area.value), PAUSE);
  };
  area.addEventListener("input", typed);
  document.getElementById("start").addEventListener("change", (event) => {
    area.value = event.target.value;
    typed();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(form, event.submitter?.value || "active");
  });
  document.getElementById("main").addEventListener("click", (event) => {
    const button = event.target.closest("button[data-state], button[data-change]");
    if (button?.dataset.state) change(button.closest("[data-id]"), button.dataset.state);
    if (button?.dataset.change) silence(button.closest("[data-silence]"), button.dataset.change);
  });
  if (area.value.trim()) typed();
}
