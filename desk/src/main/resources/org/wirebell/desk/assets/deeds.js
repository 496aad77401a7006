// Acknowledge, assign, note, silence, hold, release, breaking: by button or key, on one row. What became of it comes
// back over the live stream to everybody, so the row is only marked as busy here.
import { ask, tell } from "./ask.js";

const dialog = document.getElementById("deed");
const form = dialog?.querySelector("form");
// what each verb asks before it is done; without an entry it is done at once
const ASKS = {
  assign: { title: "Assign", fields: ["to", "note"] },
  note: { title: "Note for colleagues", fields: ["note"], need: ["note"] },
  hold: { title: "Hold: those who were told hear that it waits", fields: ["note"], need: ["note"] },
  release: { title: "Release", fields: ["note"] },
  breaking: { title: "Breaking: past silences, quiet hours and budgets for an hour", fields: ["note"], need: ["note"] },
  silence: { title: "Silence", fields: ["scope", "for", "note"], need: ["note"] },
};
const DONE = {
  ack: "Acknowledged", unack: "Acknowledgement taken back", assign: "Assigned", note: "Noted", hold: "Held",
  release: "Released", breaking: "Let through as breaking", silence: "Silenced",
};

let row;
let verb;

function field(name) {
  return form.elements.namedItem(name);
}

function scopes() {
  const list = field("scope");
  const given = row.dataset;
  const choices = [
    ["series", given.series, "This figure"],
    ["rules", given.rule, `Everything of rule ${given.rule}`],
    ["places", given.place, `Everything in ${given.place}`],
  ].filter(([, value]) => value);
  list.replaceChildren(...choices.map(([name, , words]) => new Option(words, name)));
}

function silence() {
  const scope = field("scope").value;
  const given = row.dataset;
  const part = { series: { series: given.series }, rules: { rules: [given.rule] }, places: { places: [given.place] } };
  return { ...part[scope], desk: given.desk ?? "main", for: field("for").value, reason: field("note").value.trim() };
}

async function preview() {
  const line = document.getElementById("deed-preview");
  const mine = silence();
  const reply = await ask("POST", "/api/silences/preview", { ...mine, reason: mine.reason || "preview" });
  const n = reply.value?.alerts?.length;
  line.textContent = n === undefined ? "" : `Of the alerts on this desk it would have hushed ${n}.`;
}

async function send(body) {
  const target = row;
  target.setAttribute("aria-busy", "true");
  const path = verb === "silence" ? "/api/silences" : `/api/alerts/${encodeURIComponent(target.dataset.alert)}/actions`;
  const reply = await ask("POST", path, body);
  target.removeAttribute("aria-busy");
  if (reply.ok) tell(DONE[verb]);
  return reply;
}

/** Begins a deed on a row: at once, or with a dialog that asks what it needs. */
export async function begin(on, what) {
  const button = on?.querySelector(`[data-verb="${what}"]`);
  if (!button) return false;
  row = on;
  verb = what;
  const asks = ASKS[verb];
  if (!asks) {
    const reply = await send({ verb, revision: Number(row.dataset.revision) });
    if (!reply.ok) tell(reply.said, true);
    return true;
  }
  form.reset();
  document.getElementById("deed-title").textContent = asks.title;
  document.getElementById("deed-about").textContent = row.querySelector(".alert-title").textContent;
  document.getElementById("deed-wrong").textContent = "";
  document.getElementById("deed-preview").textContent = "";
  for (const label of form.querySelectorAll("label[data-field]")) {
    label.hidden = !asks.fields.includes(label.dataset.field);
    const input = label.querySelector("input, select, textarea");
    input.required = !label.hidden && (asks.need ?? []).includes(label.dataset.field);
    input.disabled = label.hidden;
  }
  if (verb === "silence") {
    scopes();
    preview();
  }
  dialog.showModal();
  field(asks.fields[0]).focus();
  return true;
}

async function submit(event) {
  event.preventDefault();
  const body =
    verb === "silence"
      ? silence()
      : { verb, revision: Number(row.dataset.revision), to: field("to").value.trim(), note: field("note").value.trim() };
  const reply = await send(body);
  if (reply.ok) dialog.close();
  else document.getElementById("deed-wrong").textContent = reply.said;
}

/** The row is drawn anew while the dialog stands open: the focus goes back to the one that is there now. */
function back() {
  const now = document.querySelector(`[data-key="${CSS.escape(row?.dataset.key ?? "")}"]`);
  now?.focus({ preventScroll: true });
}

export function start() {
  if (!dialog) return;
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-verb]");
    if (button) begin(button.closest("[data-alert]"), button.dataset.verb);
  });
  form.addEventListener("submit", submit);
  form.addEventListener("change", (event) => verb === "silence" && event.target.name !== "note" && preview());
  document.getElementById("deed-cancel").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", back);
}
